export {
  AssetAnswer,
  CreateSessionAnswer,
  CreateSessionBody,
  ExchangeBody,
  FormatSummary,
  GrantAnswer,
  JoinAnswer,
  JoinBody,
  LinksAnswer,
  LookUpCodeAnswer,
  LookUpCodeBody,
  MyGrants,
  Problem,
  RenewLinkBody,
  TicketAnswer,
} from './entry.ts'
export {
  Change,
  MomentReason,
  MomentRecords,
  MomentsAnswer,
  MomentView,
  Origin,
  Provenance,
} from './history.ts'
export {
  Area,
  Background,
  BoardView,
  CommandAnswer,
  CommandBody,
  FeedMessage,
  PersonView,
  Role,
  SessionView,
  StepView,
} from './session.ts'
export type { ClientCommand } from './session.ts'
