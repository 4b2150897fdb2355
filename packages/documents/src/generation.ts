import type * as Y from 'yjs'
import { boardMap } from './layout.ts'

/** Version of the layout that this package reads and writes. */
export const LAYOUT_VERSION = 1

/**
 * Marks a document as a board of Stip, or as one of another generation; the server does this
 * before anybody joins.
 *
 * @param generation - Raised by restoring a backup, never lowered.
 */
export function prepareBoard(document: Y.Doc, generation = 1): void {
  document.transact(() => {
    const board = boardMap(document)
    board.set('generation', generation)
    board.set('schema', LAYOUT_VERSION)
  })
}

/** The generation of a board; 0 when the document was never prepared. */
export function generationOf(document: Y.Doc): number {
  const generation = boardMap(document).get('generation')
  return typeof generation === 'number' ? generation : 0
}
