import type { BoardRecord, Fields } from '@stip/board'
import { fieldsOf } from '@stip/board'
import type { TLAsset, TLBinding, TLRecord, TLShape } from 'tldraw'

/** What is shared with everybody on a board; page, camera and selection are personal. */
export type SharedRecord = TLShape | TLBinding | TLAsset

/** Whether a record of tldraw is shared. */
export function isShared(record: TLRecord): record is SharedRecord {
  return record.typeName === 'shape' || record.typeName === 'binding' || record.typeName === 'asset'
}

/** The same record, as the packages that do not know tldraw call it. */
export function boardRecordOf(record: SharedRecord): BoardRecord {
  return record as unknown as BoardRecord
}

/** The same record, as tldraw calls it. It has been checked against tldraw's schema before. */
export function sharedRecordOf(record: BoardRecord): SharedRecord {
  return record as unknown as SharedRecord
}

/** The independent pieces of a record of tldraw. */
export function sharedFieldsOf(record: SharedRecord): Fields {
  return fieldsOf(boardRecordOf(record))
}
