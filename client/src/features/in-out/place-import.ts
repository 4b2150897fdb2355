import type { BoardRecord } from '@stip/board'
import { createRecord } from '@stip/documents/light'
import type { SharedBoard } from '../../board/shared-board.ts'

/** What one frame of the connection carries at most: well below what the server refuses. Characters of JSON. */
const BATCH_LENGTH = 200_000
const BATCH_SIZE = 200

interface PlaceOptions {
  readonly board: Pick<SharedBoard, 'document' | 'undo'>
  readonly records: readonly BoardRecord[]
  readonly signal: AbortSignal
  readonly onProgress: (done: number) => void
  /** Lets the screen draw and the connection send between two batches. */
  readonly pause: () => Promise<void>
}

/** Origin of what comes from a file: not that of a screen, so that every screen shows it. */
const origin = Symbol('from a file')

/**
 * Puts records on a board batch by batch, as one step of undo. Whoever stops it finds the board as
 * it was.
 *
 * @returns Whether everything was placed.
 */
export async function placeImport(options: PlaceOptions): Promise<boolean> {
  const { board, records, signal, onProgress, pause } = options
  board.undo.beginStep()
  let done = 0
  for (const batch of batchesOf(records)) {
    if (signal.aborted) {
      board.undo.takeBackOpenStep()
      return false
    }
    board.document.transact(() => {
      for (const record of batch) createRecord(board.document, record)
    }, origin)
    board.undo.note(batch.map(({ id }) => ({ id, key: 'gone', before: true, after: false })))
    done += batch.length
    onProgress(done)
    // One after the other is the point: each goes out before the next is made.
    // oxlint-disable-next-line no-await-in-loop
    await pause()
  }
  board.undo.beginStep()
  return true
}

function* batchesOf(records: readonly BoardRecord[]): Generator<readonly BoardRecord[]> {
  let batch: BoardRecord[] = []
  let length = 0
  for (const record of records) {
    const size = JSON.stringify(record).length
    if (batch.length > 0 && (length + size > BATCH_LENGTH || batch.length === BATCH_SIZE)) {
      yield batch
      batch = []
      length = 0
    }
    batch.push(record)
    length += size
  }
  if (batch.length > 0) yield batch
}
