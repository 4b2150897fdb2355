export { boardAccess, currentBoard, showsPresence } from './access.ts'
export type { Actor, BoardAccess } from './access.ts'
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
} from './agenda.ts'
export {
  areaOf,
  areaToShow,
  areaToSort,
  boardsOfStep,
  isVisionUsed,
  worksInGroups,
  worksOnVision,
} from './areas.ts'
export type { Area } from './areas.ts'
export { withClockSet } from './clock-set.ts'
export { remainingMs } from './clock.ts'
export type { Command, CommandRefusal } from './commands.ts'
export { decide } from './decide.ts'
export type { Circumstances } from './decide.ts'
export { groupForLateComer, mixGroups, newGroups } from './groups.ts'
export { collectPlaces, collectsWhenOpened, drawnZones, fillPlaces } from './drawn-zones.ts'
export type { CollectPlace } from './drawn-zones.ts'
export { formatJoinCode, normalizeJoinCode } from './join-code.ts'
export { allowsImages } from './images.ts'
export { asksOnlyNotes, takesOnlyNotes } from './notes-only.ts'
export { limits } from './limits.ts'
export { recordMerge, recordUndoneMerge } from './merges.ts'
export { isHere, join, markSeen } from './people.ts'
export type { JoinRefusal, NewPerson } from './people.ts'
export { joinAsScreen } from './screens.ts'
export {
  noteAwayToo,
  notePutBack,
  noteTakenAway,
  takenAwayOf,
  takenAwayOn,
  takenAwayWith,
} from './taken-away.ts'
export type { TakenAway, TakenRecord } from './taken-away.ts'
export { shownName } from './shown-name.ts'
export { createSession, currentStep } from './session.ts'
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
} from './session.ts'
