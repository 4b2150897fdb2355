import { changeFields, createRecord, readBoard } from '@stip/documents'
import * as Y from 'yjs'
import { benchDocument } from './notes.ts'

const NOTES = 500
const STEPS = 60

/**
 * How large a document of 500 records is after so many moves, made by three people who take turns
 * in dragging one note at a time in 60 steps.
 */
export function documentSizes(moves: number): {
  readonly fresh: number
  readonly moved: number
  /** As the server's compaction leaves it: all updates in one, of exactly the same state. */
  readonly compacted: number
  /** With every override folded into the record as it was created: another document. */
  readonly folded: number
  readonly loadMs: number
} {
  const first = benchDocument(NOTES)
  const fresh = Y.encodeStateAsUpdate(first)
  const people = [1, 2, 3].map((client) => {
    const document = new Y.Doc()
    document.clientID = client
    Y.applyUpdate(document, fresh)
    return document
  })
  const updates = [fresh]
  for (let drag = 0; drag * STEPS < moves; drag++) {
    const drawer = people[drag % people.length]
    if (drawer === undefined) continue
    const before = Y.encodeStateVector(drawer)
    const id = `shape:n${(drag * 7) % NOTES}`
    for (let step = 0; step < STEPS; step++) {
      changeFields(drawer, id, { xy: [drag + step * 1.5, step * 0.5] })
    }
    const update = Y.encodeStateAsUpdate(drawer, before)
    updates.push(update)
    for (const other of people) if (other !== drawer) Y.applyUpdate(other, update)
  }
  const [last] = people
  if (last === undefined) throw new Error('Nobody drew.')
  const moved = Y.encodeStateAsUpdate(last)
  const start = performance.now()
  Y.applyUpdate(new Y.Doc(), moved)
  const loadMs = performance.now() - start
  return {
    fresh: fresh.length,
    moved: moved.length,
    compacted: compactedSize(updates),
    folded: foldedSize(last),
    loadMs,
  }
}

function compactedSize(updates: readonly Uint8Array[]): number {
  const document = new Y.Doc()
  document.transact(() => {
    for (const update of updates) Y.applyUpdate(document, update)
  })
  return Y.encodeStateAsUpdate(document).length
}

function foldedSize(document: Y.Doc): number {
  const folded = new Y.Doc()
  folded.transact(() => {
    for (const { record } of readBoard(document)) createRecord(folded, record)
  })
  return Y.encodeStateAsUpdate(folded).length
}
