import { liveRecords } from '@stip/documents'
import { notesAsCsv } from '@stip/documents/files'
import type { BoardId } from '@stip/primitives'
import { ownersOf } from '@stip/sync/update-log'
import * as Y from 'yjs'
import { readBoard } from '../storage/log/read-board.ts'
import type { BoardsOnDisk } from './board-on-disk.ts'
import { openBoard } from './board-on-disk.ts'
import type { WholeMade } from './questions.ts'

/** All that a board is: one update that replays to it, and who owns which Yjs client id. */
export function wholeBoard(database: BoardsOnDisk, boardId: BoardId): WholeMade {
  const { doc } = openBoard(database, boardId)
  const records = liveRecords(doc)
  return {
    kind: 'whole',
    update: Y.encodeStateAsUpdate(doc),
    clocks: [...Y.decodeStateVector(Y.encodeStateVector(doc))],
    owners: [...ownersOf(readBoard(database, boardId).entries)],
    records,
    csv: notesAsCsv(records),
  }
}
