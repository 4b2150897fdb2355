import { plainTextOf, readRecord } from '@stip/documents'
import type { RecordId } from '@stip/primitives'
import type * as Y from 'yjs'

/** Whether a record is loose text without a letter in it, which nobody can see. */
export function isEmptyText(document: Y.Doc, id: RecordId): boolean {
  const record = readRecord(document, id)?.record
  if (record?.typeName !== 'shape' || record.type !== 'text') return false
  return plainTextOf(record.props['richText']).trim() === ''
}
