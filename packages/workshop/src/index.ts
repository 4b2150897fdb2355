export type { Circumstances } from './ability/ability.ts'
export { Id, TypedText } from './ability/bodies.ts'
export { actorKinds } from './ability/actors.ts'
export type { ActorKind } from './ability/actors.ts'
export { limits } from './ability/limits.ts'
export type { CommandRefusal } from './ability/refusals.ts'
export {
  boardAccess,
  currentBoard,
  isRoomBoard,
  roomBoards,
  showsPresence,
} from './access/access.ts'
export type { Actor, BoardAccess, BoardReader, Scribe } from './access/policies.ts'
export { ToldAbout } from './ability/told.ts'
export { formatJoinCode, normalizeJoinCode } from './access/join-code.ts'
export type { AttentionState, WallChoice } from './attention/state.ts'
export { WallChoices } from './attention/wall-choices.ts'
export { allowsImages, asksOnlyNotes, takesOnlyNotes } from './board-rules/state.ts'
export type { BoardRulesState } from './board-rules/state.ts'
export { boardOf, ownBoards } from './boards/state.ts'
export type { BoardKind, SessionBoard } from './boards/state.ts'
export { freshClock, held, remainingMs, resumed, timeLeftMs, withMinutes } from './clock/clock.ts'
export type { ClockState, SessionTimes, StepClock } from './clock/state.ts'
export { spentUntil } from './clock/times.ts'
export type { CourseState } from './course/state.ts'
export {
  collectPlaces,
  collectsWhenOpened,
  fillPlaces,
  hasCollected,
} from './merging/collecting.ts'
export type { CollectPlace } from './merging/collecting.ts'
export type { MergeState } from './merging/state.ts'
export { groupForLateComer, mixGroups, newGroups } from './people/groups.ts'
export { shownName } from './people/shown-name.ts'
export { isHere, personOf, writesFor } from './people/state.ts'
export type { Group, PeopleState, Person, Seat } from './people/state.ts'
export { askedCount, voterOf } from './questions/asked.ts'
export { fittingAnswers, itemsFor } from './questions/ballot.ts'
export type { Answer, BallotRefusal, SentBallot } from './questions/ballot.ts'
export { fiveRule } from './questions/five-rule.ts'
export { totalsForAll } from './questions/for-all.ts'
export { questionLimits, valuesOf } from './questions/kinds.ts'
export { Dots, TotalsView } from './questions/questions.schema.ts'
export type { QuestionView } from './questions/questions.schema.ts'
export { openQuestion, questionOf } from './questions/state.ts'
export type { ItemTotals } from './questions/state.ts'
export type {
  AskedQuestion,
  Question,
  QuestionItem,
  QuestionKind,
  QuestionsEvent,
  QuestionTopic,
  Said,
  Totals,
} from './questions/state.ts'
export { answeredIn, totalsOf } from './questions/totals.ts'
export type { CountedAnswer, CountedBallot } from './questions/totals.ts'
export { nextThing } from './screens/next-thing.ts'
export type { NextThing } from './screens/next-thing.ts'
export { momentOf, ownGroup, participantPlace } from './screens/participant-place.ts'
export type { OwnChoice, ParticipantPlace } from './screens/participant-place.ts'
export type { Command, SentCommand, SessionEvent } from './session/abilities.ts'
export { archivedEvent, archivedSession, capacityTold, NOBODY_TOLD } from './session/archived.ts'
export { isKnownEvent } from './session/any-ability.ts'
export { createSession, decide, evolve, isStale, whoMayGive } from './session/engine.ts'
export type { AskedBy, Decision, Given } from './session/engine.ts'
export { listParts, partSchemas, partsOfPerson, partsToldTo } from './session/parts.ts'
export { sentCommands } from './session/sent-commands.ts'
export type { NewSession, Session } from './session/session.ts'
export { storedSession, upgradedSession } from './session/stored.ts'
export type { StoredAbility, StoredSession } from './session/stored.ts'
export { eventTypes, toldOf } from './session/told.ts'
export type {
  Agenda,
  Background,
  BackgroundChoice,
  MixingRole,
  RoleGroup,
  Setting,
  StatementList,
  Step,
  StepBoard,
  StepKind,
  Zone,
  ZoneColor,
  ZoneKind,
} from './steps/agenda.ts'
export { Backgrounds } from './steps/backgrounds.ts'
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
export { drawnZones } from './steps/drawn-zones.ts'
export { currentStep } from './steps/state.ts'
export type { StepsState } from './steps/state.ts'
export { nextVersion } from './versions/state.ts'
export type { SavedVersion } from './versions/state.ts'
export { changed as withFieldChanges } from './vision/changes.ts'
export { arrangedBy, changesOf } from './vision/commands.ts'
export type { ArrangeCommand } from './vision/commands.ts'
export { structureOf } from './vision/fields.ts'
export type { VisionStructure } from './vision/fields.ts'
export { fieldsTold, toldFields } from './vision/told-fields.ts'
export { makerAnswers } from './vision/state.ts'
export { RecordName } from './vision/vision.schema.ts'
export { makerAnswerOf } from './vision/verify.ts'
export type { Arranged, MakerAnswer, VisionFields, VisionState } from './vision/state.ts'
export { takenAwayOf, takenAwayOn, takenAwayWith } from './taken-away/state.ts'
export type { TakenAway, TakenRecord } from './taken-away/state.ts'
