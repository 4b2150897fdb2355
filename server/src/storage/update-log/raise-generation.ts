import { closeClients, generationMarksOf } from '@stip/documents'
import type { BoardId } from '@stip/primitives'
import type { LogEntry } from '@stip/sync/update-log'
import * as Y from 'yjs'
import { LogStore } from '../log/log-store.ts'
import { openLogToRead, readState } from '../log/log-tables.ts'
import { readBoard } from '../log/read-board.ts'
import { Rows } from '../log/rows.ts'

const MINUTE_MS = 60_000

/** What is known of the boards that a backup replaces. */
interface Replaced {
  readonly generation: number
  /** The Yjs client ids that wrote on each board. */
  readonly writers: ReadonlyMap<BoardId, readonly number[]>
}

/**
 * Says that the boards in `folder` are older than what people may have seen: whoever has a copy of
 * an earlier generation takes the boards anew. On each board is written who wrote on what it
 * replaces, because somebody may hand that in later without saying where it is from.
 *
 * @param replaced - The folder whose boards they replace.
 * @param now - Milliseconds since 1970. Part of the number, because nobody may remember how often
 *   a backup was put back before.
 */
export function raiseGeneration(folder: string, replaced: string, now: number): number {
  const store = LogStore.open(folder)
  try {
    const known = replacedBy(replaced)
    const highest = Math.max(store.generation, known.generation)
    const generation = Math.max(highest + 1, Math.floor(now / MINUTE_MS))
    for (const [boardId, writers] of known.writers) closeOn(store, boardId, writers)
    store.raiseGeneration(generation)
    return generation
  } finally {
    store.close()
  }
}

function closeOn(store: LogStore, boardId: BoardId, writers: readonly number[]): void {
  const doc = documentIn(() => store.read(boardId).entries)
  // Those who wrote on what is put back are closed when the board opens.
  const others = writers.filter((clientId) => doc?.store.clients.has(clientId) === false)
  if (doc === undefined || others.length === 0) return
  const before = Y.encodeStateVector(doc)
  closeClients(doc, others)
  const update = Y.encodeStateAsUpdate(doc, before)
  store.addAtRest([{ boardId, entries: [{ author: 'server', update }] }])
}

/** It may be damaged: often that is why a backup is put back. What can be read, counts. */
function replacedBy(folder: string): Replaced {
  const writers = new Map<BoardId, readonly number[]>()
  let generation = 0
  try {
    const database = openLogToRead(folder)
    if (database === undefined) return { generation, writers }
    try {
      generation = readState(database).generation
      for (const boardId of new Rows(database).boards()) {
        const doc = documentIn(() => readBoard(database, boardId).entries)
        if (doc === undefined) continue
        writers.set(boardId, [...doc.store.clients.keys(), ...generationMarksOf(doc).closed])
      }
    } finally {
      database.close()
    }
  } catch {
    // What could be read until here.
  }
  return { generation, writers }
}

/** Undefined when it cannot be read. */
function documentIn(read: () => readonly LogEntry[]): Y.Doc | undefined {
  const doc = new Y.Doc()
  try {
    const entries = read()
    doc.transact(() => {
      for (const { update } of entries) Y.applyUpdate(doc, update)
    })
    return doc
  } catch {
    return undefined
  }
}
