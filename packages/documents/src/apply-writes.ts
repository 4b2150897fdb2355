import type { Write } from '@stip/board'
import type * as Y from 'yjs'
import { changeFields, createRecord, setSources } from './record/write-record.ts'
import { recordMap } from './schema/layout.ts'
import { readRecord } from './record/read-record.ts'
import { isTakenAway } from './take-away.ts'

/**
 * Carries out what a merge planned, but for what the facilitator took away: that stays away. The
 * caller wraps it in one transaction with its own origin.
 */
export function applyWrites(document: Y.Doc, writes: readonly Write[]): void {
  for (const write of writes) {
    if (isTakenAway(document, write.kind === 'create' ? write.record.id : write.id)) continue
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
