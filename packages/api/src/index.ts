export {
  AssetAnswer,
  CreateSessionAnswer,
  CreateSessionBody,
  ExchangeBody,
  FormatSummary,
  JoinAnswer,
  JoinBody,
  LinksAnswer,
  LookUpCodeAnswer,
  LookUpCodeBody,
  MyGrants,
  Problem,
  TicketAnswer,
} from './entry.ts'
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
