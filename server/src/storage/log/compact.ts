import { ownersOf } from '@stip/sync/update-log'
import type { LogEntry } from '@stip/sync/update-log'
import * as Y from 'yjs'

/** What many entries come to, in one. */
export interface Compacted {
  readonly state: Uint8Array
  readonly owners: ReadonlyMap<number, string>
}

/**
 * Folds entries into one update that brings a document to the same state: the same clients, the
 * same clocks, the same deletions. Who was offline in the meantime notices nothing.
 *
 * @returns Undefined when that cannot be done faithfully; then the entries have to stay.
 */
export function compact(entries: readonly LogEntry[]): Compacted | undefined {
  const doc = documentOf(entries.map(({ update }) => update))
  if (doc === undefined) return undefined
  const state = Y.encodeStateAsUpdate(doc)
  if (!bringsBack(state, doc)) return undefined
  return { state, owners: ownersOf(entries) }
}

/** What entries come to, as an encoded snapshot of Yjs; undefined when they cannot be replayed. */
export function standingOf(entries: readonly LogEntry[]): Uint8Array | undefined {
  const doc = documentOf(entries.map(({ update }) => update))
  return doc && Y.encodeSnapshot(Y.snapshot(doc))
}

/** Whether two updates bring a document to exactly the same state. */
export function isSameState(one: Uint8Array, other: Uint8Array): boolean {
  const doc = documentOf([one])
  return doc !== undefined && bringsBack(other, doc)
}

function bringsBack(state: Uint8Array, doc: Y.Doc): boolean {
  const again = documentOf([state])
  if (again === undefined) return false
  // Clients, clocks and deletions; then every byte of what is in them.
  return (
    Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(again)) &&
    Buffer.compare(Y.encodeStateAsUpdate(doc), Y.encodeStateAsUpdate(again)) === 0
  )
}

/** Undefined when an update cannot be read, or builds on something that is not there. */
function documentOf(updates: readonly Uint8Array[]): Y.Doc | undefined {
  const doc = new Y.Doc()
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
  } catch {
    // Not an update of Yjs, so nothing can be folded.
    return undefined
  }
  const { pendingStructs, pendingDs } = doc.store
  return pendingStructs === null && pendingDs === null ? doc : undefined
}
