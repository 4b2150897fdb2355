import type * as Y from 'yjs'
import { boardMap } from '../schema/layout.ts'

/** Version of the layout that this package reads and writes. */
export const LAYOUT_VERSION = 1

/** Where a board says which Yjs client ids wrote on what was replaced. */
const CLOSED = 'closed'

/**
 * Marks a document as a board of Stip, or as one of another generation; the server does this
 * before anybody joins. Nobody writes any more with a client id that wrote on an earlier generation:
 * a document with that id holds, or held, what was replaced.
 *
 * @param generation - Raised by restoring a backup, never lowered.
 */
export function prepareBoard(document: Y.Doc, generation = 1): void {
  const before = generationOf(document)
  document.transact(() => {
    if (before > 0 && before < generation) closeClients(document, document.store.clients.keys())
    const board = boardMap(document)
    board.set('generation', generation)
    board.set('schema', LAYOUT_VERSION)
  })
}

/** Writes down that nobody writes on this board any more with these client ids. */
export function closeClients(document: Y.Doc, clientIds: Iterable<number>): void {
  const closed = new Set([...closedClients(document), ...clientIds])
  closed.delete(document.clientID)
  boardMap(document).set(
    CLOSED,
    [...closed].toSorted((one, other) => one - other),
  )
}

/** The client ids that wrote on an earlier generation of a board. */
export function closedClients(document: Y.Doc): ReadonlySet<number> {
  const closed = boardMap(document).get(CLOSED)
  return new Set(Array.isArray(closed) ? (closed as readonly number[]) : [])
}

/** The generation of a board; 0 when the document was never prepared. */
export function generationOf(document: Y.Doc): number {
  const generation = boardMap(document).get('generation')
  return typeof generation === 'number' ? generation : 0
}
