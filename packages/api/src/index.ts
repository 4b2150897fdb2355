export { Ballot, BallotBody, BallotsView } from './ballot.ts'
export {
  AssetAnswer,
  ClaimScreenBody,
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
  OpenScreenAnswer,
  Problem,
  RenewLinkBody,
  ScreenAnswer,
  ScreenBody,
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
export { MiniaturesAnswer } from './miniature.ts'
export { AgendaTexts, FeedMessage, PartsAnswer, PartsMessage, SessionParts } from './feed.ts'
export { RehearsalAnswer } from './rehearsal.ts'
export {
  Area,
  BoardView,
  Capacity,
  PersonView,
  Role,
  SessionView,
  StepView,
  ZoneView,
} from './session.ts'
export { CourseAnswer, CourseEvent } from './course.ts'
export { MyNote, MyNotesAnswer, VerifyBody } from './my-notes.ts'
export { NoteAnswer, NoteBody } from './note.ts'
export { CollectNewsAnswer } from './collect-news.ts'
export { MissingAnswer } from './missing.ts'
export type { MissingNote } from './missing.ts'
export { ProposalsAnswer } from './proposals.ts'
export { clientCommands, CommandAnswer, CommandBody } from './commands.ts'
export type { BoardCommand, ClientCommand } from './commands.ts'
