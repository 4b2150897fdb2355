import { parentPort, workerData } from 'node:worker_threads'
import type { BoardId } from '@stip/primitives'
import { inTransaction } from '../database/transaction.ts'
import { compact, isSameState, standingOf } from './compact.ts'
import { openLogToRead } from './log-tables.ts'
import { readBoard } from './read-board.ts'
import { Snapshots } from './snapshots.ts'
import type { Snapshot } from './snapshots.ts'

/** What the thread that makes snapshots is asked; each is answered once, in order. */
export type CompactionQuestion =
  | { readonly kind: 'make'; readonly boardId: BoardId }
  | { readonly kind: 'stand'; readonly boardId: BoardId }
  | { readonly kind: 'check'; readonly boardId: BoardId; readonly snapshot: Snapshot }

/**
 * The new snapshot, what the board comes to, or whether the stored snapshot is good; undefined when
 * it did not work out.
 */
export type CompactionAnswer = Snapshot | Uint8Array | boolean | undefined

/**
 * The thread that makes snapshots: building a document takes up to a hundred milliseconds, in
 * which neither people nor the disk should wait. It only reads.
 */
function answer(folder: string, question: CompactionQuestion): CompactionAnswer {
  const database = openLogToRead(folder)
  if (database === undefined) return undefined
  const { boardId } = question
  try {
    return inTransaction(
      database,
      () => {
        if (question.kind === 'make') return make(() => readBoard(database, boardId))
        if (question.kind === 'stand') return standingOf(readBoard(database, boardId).entries)
        const { head, state } = question.snapshot
        const stored = new Snapshots(database).read(boardId, head.seq)
        return stored !== undefined && isSameState(stored.state, state)
      },
      'BEGIN',
    )
  } catch {
    // A damaged board gets no snapshot; whoever opens it hears why.
    return undefined
  } finally {
    database.close()
  }
}

function make(read: () => ReturnType<typeof readBoard>): Snapshot | undefined {
  const { entries, head } = read()
  const compacted = compact(entries)
  return compacted && { head, ...compacted }
}

const { folder } = workerData as { readonly folder: string }
parentPort?.on('message', (question: CompactionQuestion) => {
  parentPort?.postMessage(answer(folder, question), [])
})
