import type { DatabaseSync } from 'node:sqlite'
import type { BoardId } from '@stip/primitives'
import { MANY } from '@stip/sync/update-log'
import type { LogEntry } from '@stip/sync/update-log'
import { UpdateLogDamagedError } from '../../errors.ts'
import { authorOf } from './author-text.ts'
import { beginning, follows, headAfter, sameHead } from './chain.ts'
import type { Head } from './chain.ts'
import { Rows } from './rows.ts'
import { Snapshots } from './snapshots.ts'
import type { Snapshot } from './snapshots.ts'

/** So many snapshots of a board have all rows after them. */
const KEPT_SNAPSHOTS = 2

/** A board as it is stored, every byte of it checked. */
export interface StoredBoard {
  /** A good snapshot, when there is one, and every row after it. */
  readonly entries: readonly LogEntry[]
  readonly head: Head
  /** After how many rows the snapshot was made; 0 without one. */
  readonly snapshotAt: number
  /** Snapshots that are damaged; an older one, or the rows, stand in for them. */
  readonly damagedSnapshots: readonly number[]
}

/**
 * Reads a board the short way.
 *
 * @throws {UpdateLogDamagedError} When what is stored is not what was written.
 */
export function readBoard(database: DatabaseSync, boardId: BoardId): StoredBoard {
  return read(database, boardId, (seqs) => seqs)
}

/**
 * Reads a board the long way: from the older of the two snapshots that are kept, and every row since.
 * A process can end while rows are discarded; a third snapshot is then still there without its rows.
 */
export function readFromOldest(database: DatabaseSync, boardId: BoardId): StoredBoard {
  return read(database, boardId, (seqs) => seqs.slice(0, KEPT_SNAPSHOTS).toReversed())
}

type Order = (newestFirst: readonly number[]) => readonly number[]

function read(database: DatabaseSync, boardId: BoardId, order: Order): StoredBoard {
  try {
    return readChecked(database, boardId, order)
  } catch (error) {
    if (error instanceof UpdateLogDamagedError || !isCorrupt(error)) throw error
    // SQLite itself stumbled over a page.
    throw new UpdateLogDamagedError(boardId, undefined, { cause: error })
  }
}

function readChecked(database: DatabaseSync, boardId: BoardId, order: Order): StoredBoard {
  const stored = new Rows(database)
  const written = stored.head(boardId)
  const snapshots = new Snapshots(database)
  const { snapshot, damaged } = firstGood(snapshots, boardId, order(snapshots.list(boardId)))
  const entries: LogEntry[] = snapshot === undefined ? [] : [asEntry(snapshot)]
  let head = snapshot?.head ?? beginning
  for (const row of stored.after(boardId, head.seq)) {
    if (!follows(boardId, row, head)) throw new UpdateLogDamagedError(boardId, head.seq + 1)
    entries.push({ ...authorOf(row.author), update: row.bytes })
    head = headAfter(row)
  }
  // The head was written together with the last row: a row that is missing at the end is missed.
  if (written === 'damaged' || !sameHead(written ?? beginning, head)) {
    throw new UpdateLogDamagedError(boardId, head.seq + 1)
  }
  return { entries, head, snapshotAt: snapshot?.head.seq ?? 0, damagedSnapshots: damaged }
}

function firstGood(
  snapshots: Snapshots,
  boardId: BoardId,
  seqs: readonly number[],
): { readonly snapshot: Snapshot | undefined; readonly damaged: readonly number[] } {
  const damaged: number[] = []
  for (const seq of seqs) {
    const snapshot = snapshots.read(boardId, seq)
    if (snapshot !== undefined) return { snapshot, damaged }
    damaged.push(seq)
  }
  return { snapshot: undefined, damaged }
}

function asEntry({ state, owners }: Snapshot): LogEntry {
  return { author: MANY, update: state, owners }
}

function isCorrupt(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error)) return false
  // SQLITE_CORRUPT and SQLITE_NOTADB, with or without details in the higher bits.
  return [11, 26].includes(Number(error.errcode) & 0xff)
}
