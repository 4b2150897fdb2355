/**
 * What a page needs to show and change a board in words. It leaves out tldraw's schema, which is
 * many times its size: the server judges whatever such a page sends.
 */
export { readUpdatesQuickly } from './quick-reader.ts'
export { writeUpdatesQuickly } from './quick-writer.ts'
export { roundCoordinate } from './coordinates.ts'
export { generationOf } from './generation.ts'
export { PAGE_ID } from './layout.ts'
export { limits } from './limits.ts'
export { liveOf, storedAsShown } from './live-records.ts'
export { fitOf } from './mend-fragment.ts'
export { fieldsOfStored, readBoard, readRecord, textFragment } from './read-record.ts'
export { richTextOf } from './rich-text.ts'
export { editBetween, moved, rebased } from './text-edit.ts'
export { writePlainEdit } from './write-plain-edit.ts'
export { changeFields, createRecord } from './write-record.ts'
