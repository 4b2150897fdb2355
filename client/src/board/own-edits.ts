import type { BoardRecord, Fields } from '@stip/board'
import { changeFields, createRecord, readRecord } from '@stip/documents/light'
import { fieldsOf } from '@stip/board'
import type { RecordId } from '@stip/primitives'
import type * as Y from 'yjs'
import type { Patch } from './patch.ts'
import type { OwnUndo } from './undo/own-undo.ts'

/** A board that one writes to without a screen of tldraw. */
interface Desk {
  readonly document: Y.Doc
  readonly undo: OwnUndo
}

/** What is to be written in one go. */
export interface Edits {
  readonly create?: readonly BoardRecord[]
  readonly change?: ReadonlyMap<RecordId, Fields>
}

/** Origin of these edits: not that of a screen, so that every screen of this page shows them. */
const origin = Symbol('own edits')

/** Writes new records and changed fields in one transaction, as one step of undo. */
export function edit({ document, undo }: Desk, { create = [], change }: Edits): void {
  const patches: Patch[] = []
  undo.beginStep()
  document.transact(() => {
    for (const record of create) {
      createRecord(document, record)
      patches.push({ id: record.id, key: 'gone', before: true, after: false })
    }
    for (const [id, fields] of change ?? []) {
      const stored = readRecord(document, id)
      if (stored === undefined) continue
      const now: Fields = { ...fieldsOf(stored.record), gone: stored.isGone }
      for (const [key, after] of Object.entries(fields)) {
        patches.push({ id, key, before: now[key], after })
      }
      changeFields(document, id, fields)
    }
  }, origin)
  undo.note(patches)
  undo.beginStep()
}

/** Brings deleted records back, as a step of its own. */
export function putBack(desk: Desk, ids: readonly RecordId[]): void {
  edit(desk, { change: new Map(ids.map((id) => [id, { gone: false }])) })
}
