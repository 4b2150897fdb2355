export { boardAccess, currentBoard, showsPresence } from './access/access.ts'
export type { Actor, BoardAccess } from './access/access.ts'
export type {
  Agenda,
  Background,
  BackgroundChoice,
  MixingRole,
  RoleGroup,
  Setting,
  Step,
  StepBoard,
  StepKind,
  Zone,
  ZoneColor,
  ZoneKind,
} from './steps/agenda.ts'
export {
  areaOf,
  areaToShow,
  areaToSort,
  boardsOfStep,
  isVisionUsed,
  worksInGroups,
  worksOnVision,
} from './steps/areas.ts'
export type { Area } from './steps/areas.ts'
export { withClockSet } from './clock/clock-set.ts'
export { remainingMs } from './clock/clock.ts'
export type { Command, CommandRefusal } from './session/commands.ts'
export { decide } from './session/decide.ts'
export type { Circumstances } from './session/decide.ts'
export { groupForLateComer, mixGroups, newGroups } from './people/groups.ts'
export { collectPlaces, collectsWhenOpened, drawnZones, fillPlaces } from './steps/drawn-zones.ts'
export type { CollectPlace } from './steps/drawn-zones.ts'
export { formatJoinCode, normalizeJoinCode } from './access/join-code.ts'
export { allowsImages } from './board-rules/images.ts'
export { asksOnlyNotes, takesOnlyNotes } from './board-rules/notes-only.ts'
export { limits } from './ability/limits.ts'
export { recordMerge, recordUndoneMerge } from './merging/merges.ts'
export { isHere, join, markSeen } from './people/people.ts'
export type { JoinRefusal, NewPerson } from './people/people.ts'
export { joinAsScreen } from './people/screens.ts'
export {
  noteAwayToo,
  notePutBack,
  noteTakenAway,
  takenAwayOf,
  takenAwayOn,
  takenAwayWith,
} from './taken-away/taken-away.ts'
export type { TakenAway, TakenRecord } from './taken-away/taken-away.ts'
export { shownName } from './people/shown-name.ts'
export { createSession, currentStep } from './session/session.ts'
export type {
  BoardKind,
  ChangedAt,
  Group,
  MergeState,
  NewSession,
  Person,
  Seat,
  Session,
  SessionBoard,
  SessionTimes,
  StepClock,
  WallChoice,
} from './session/session.ts'
