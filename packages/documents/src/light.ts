/**
 * What a page needs to show and change a board in words. It leaves out tldraw's schema, which is
 * many times its size: the server judges whatever such a page sends.
 */
export { readUpdatesQuickly } from './yjs-patches/quick-reader.ts'
export { writeUpdatesQuickly } from './yjs-patches/quick-writer.ts'
export { roundCoordinate } from './schema/coordinates.ts'
export { generationOf } from './generation/generation.ts'
export { PAGE_ID } from './schema/layout.ts'
export { limits } from './schema/limits.ts'
export { liveOf, storedAsShown } from './record/live-records.ts'
export { fitOf } from './text/mend-fragment.ts'
export { fieldsOfStored, readBoard, readRecord, textFragment } from './record/read-record.ts'
export { richTextOf } from './text/rich-text.ts'
export { editBetween, moved, rebased } from './text/text-edit.ts'
export { writePlainEdit } from './text/write-plain-edit.ts'
export { changeFields, createRecord } from './record/write-record.ts'
