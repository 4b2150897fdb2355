import type { BoardRecord, Fields, Source } from '@stip/board'
import type { RecordId } from '@stip/primitives'
import type * as Y from 'yjs'
import { changeFields, createRecord, setSources } from './write-record.ts'
import { recordMap } from './layout.ts'
import { readRecord } from './read-record.ts'

/** One thing that a merge does to the vision; the shape of `Write` in @stip/board. */
export type BoardWrite =
  | {
      readonly kind: 'create'
      readonly record: BoardRecord
      readonly sources: readonly Source[]
      readonly base: Fields
      readonly isTemplate: boolean
    }
  | {
      readonly kind: 'change'
      readonly id: RecordId
      readonly fields: Fields
      readonly sources?: readonly Source[] | undefined
      readonly base?: Fields | undefined
    }

/** Carries out what a merge planned. The caller wraps it in one transaction with its own origin. */
export function applyWrites(document: Y.Doc, writes: readonly BoardWrite[]): void {
  for (const write of writes) {
    if (write.kind === 'create') {
      const { isTemplate, sources, base } = write
      createRecord(document, write.record, { isTemplate, sources, base })
      continue
    }
    // A plan is made from what the board holds; a record that it never had is not worth failing for.
    if (recordMap(document, write.id) === undefined) continue
    changeFields(document, write.id, write.fields)
    if (write.sources === undefined && write.base === undefined) continue
    const now = readRecord(document, write.id)
    setSources(document, write.id, write.sources ?? now?.sources ?? [], write.base ?? now?.base)
  }
}
