export { bounds, geometryOf } from './bounds.ts'
export { bringCards, putCardsBack } from './collect/bring-cards.ts'
export type { CardName } from './collect/bring-cards.ts'
export { cardsOnVision } from './vision/cards-on-vision.ts'
export type { CardOnVision } from './vision/cards-on-vision.ts'
export { trayOf } from './collect/tray.ts'
export type { Tray, TrayCard } from './collect/tray.ts'
export { changesSince } from './collect/changes-since.ts'
export { collect } from './collect/collect.ts'
export { fillZones } from './collect/fill-zones.ts'
export type { CollectInput, CollectPlace } from './collect/collect-input.ts'
export { chooseWords, chosenOf } from './conflicts/choose-words.ts'
export { openConflicts } from './conflicts/open-conflicts.ts'
export type { WordsConflict } from './conflicts/open-conflicts.ts'
export type { WordsChoice } from './conflicts/words-memory.ts'
export { COPY_OF, copyName, sourcesOfCopy } from './copy-origin.ts'
export { fieldsOf, recordOf } from './fields.ts'
export { OF_SCRIBE } from './of-scribe.ts'
export { indexOnTop } from './outline/index-key.ts'
export { NOTE_SIZE, noteFit } from './outline/note-growth.ts'
export { outlineOf } from './outline/outline.ts'
export type { Drawing, Outline, OutlineItem, OutlineSection } from './outline/outline.ts'
export { sectionFinder, sectionsOf } from './outline/sections.ts'
export type { Connection } from './outline/connections.ts'
export { addNote, describeInWords, takeAway } from './outline/outline-edits.ts'
export { moveTo } from './outline/placing-edits.ts'
export { connect } from './outline/tie-edits.ts'
export type { OutlineEdit } from './outline/outline-edits.ts'
export { layClear } from './outline/keep-clear.ts'
export { SENTENCE_INSET, sentenceLooks } from './outline/new-records.ts'
export { NOTE_SCALES } from './outline/placing.ts'
export { spotInZone } from './outline/spot-in-zone.ts'
export { freeRoom } from './outline/zone-heading.ts'
export { wordsOn } from './outline/words.ts'
export { planMerge } from './merge/merge.ts'
export { copyId, labelId, laneId } from './merge/merge-ids.ts'
export type {
  BoardChanges,
  ChangeWrite,
  Conflict,
  CreateWrite,
  MergeGroup,
  MergeInput,
  MergePlan,
  MergeSummary,
  SourceBoard,
  Write,
} from './merge/merge-plan.ts'
export { miniShapes } from './miniature/mini-shapes.ts'
export type { MiniShape } from './miniature/mini-shapes.ts'
export { thingsOn, windowOf } from './miniature/window.ts'
export { DEEPEST_NESTING, nestingOf } from './nesting.ts'
export { PagePlaces } from './merge/page-places.ts'
export { isOrderKey, LONGEST_ORDER_KEY, orderKeyFrom, orderKeysBehind } from './order-key.ts'
export { plainTextOf } from './plain-text.ts'
export type { BoardRecord, Fields, Source, StoredRecord } from './record.ts'
export { planRestore, planUndoRestore } from './restore.ts'
export type { RecordThen } from './restore.ts'
export { localBounds } from './shape-size.ts'
export type { Bounds } from './shape-size.ts'
export { tally } from './tally.ts'
export type { Tally } from './tally.ts'
export { appliedWrites, planUndo } from './merge/undo.ts'
export type { AppliedWrite } from './merge/undo.ts'
export { readVision } from './vision/read-vision.ts'
export { fateOf, traceOf } from './vision/trace.ts'
export type { NoteState, NoteTrace } from './vision/trace.ts'
export { statementLists } from './vision/vision.ts'
export type {
  StatementList,
  Structure,
  Vision,
  VisionCard,
  VisionCluster,
  VisionInput,
  VisionPile,
  VisionStatement,
} from './vision/vision.ts'
export { laidOut, ZoneLayout } from './zone-layout/zone-layout.ts'
export { ZonePage } from './zone-layout/zone-page.ts'
export { zoneRecord } from './zone.ts'
export type { ZoneDescription, ZoneShapeColor, ZoneStyle } from './zone.ts'
