import type { DatabaseSync } from 'node:sqlite'
import type { BoardId } from '@stip/primitives'
import { UpdateLogLostError } from '../../errors.ts'
import { inTransaction } from '../database/transaction.ts'
import { headAfter, isIntact, sameHead } from './chain.ts'
import type { Row } from './chain.ts'
import type { JournalsFound } from './journal.ts'
import { readState, writeState } from './log-tables.ts'
import { Rows } from './rows.ts'
import { Snapshots } from './snapshots.ts'

/** What the journal put right in SQLite, and what was wrong with the journal itself. */
export interface Repairs {
  /** Rows that SQLite did not have. One commit of them is normal after a crash. */
  readonly added: number
  /** Group commits that SQLite did not have. */
  readonly addedCommits: number
  /** Rows that were not as they were written. */
  readonly mended: number
  /** The journal could not be read in full; SQLite has everything all the same. */
  readonly isJournalDamaged: boolean
  /** The journal lacks its end, which SQLite has. One commit is normal after a loss of power. */
  readonly isJournalBehind: boolean
  readonly isJournalMissing: boolean
}

/**
 * Brings SQLite to where the journal is: what SQLite lost comes back, what went bad is mended.
 *
 * @param seen - How many commits there were at least. Without a journal nobody can tell what became
 *   of them; who takes the journal away wants to go on with what there is.
 * @throws {UpdateLogLostError} When commits are missing from both.
 */
export function replay(database: DatabaseSync, found: JournalsFound, seen: number): Repairs {
  const state = readState(database)
  const inJournal = lastNumber(found) ?? state.record
  const lost = lostCommits(found, state.record, found.isMissing ? 0 : seen)
  if (lost > 0) throw new UpdateLogLostError(lost)
  const repairs = inTransaction(database, () => {
    const done = repair(database, found)
    if (inJournal > state.record) writeState(database, { ...state, record: inJournal })
    return done
  })
  return {
    ...repairs,
    addedCommits: Math.max(0, inJournal - state.record),
    // Both are synced at the same time, one commit after another.
    isJournalDamaged: found.isDamaged || inJournal < state.record - 1,
    isJournalBehind: inJournal < state.record,
    isJournalMissing: found.isMissing && state.record > 0,
  }
}

/** The number of the last commit of which the journal knows. */
function lastNumber({ records, current }: JournalsFound): number | undefined {
  return records.at(-1)?.number ?? current?.base
}

/** Every commit after SQLite's last one has to be in the journal; gives how many are not. */
export function lostCommits(
  { records, current }: JournalsFound,
  record: number,
  seen: number,
): number {
  const later = new Set(records.map(({ number }) => number).filter((number) => number > record))
  const last = Math.max(record, seen, current?.base ?? 0, ...later)
  return last - record - later.size
}

function repair(
  database: DatabaseSync,
  { records }: JournalsFound,
): Pick<Repairs, 'added' | 'mended'> {
  const rows = new Rows(database)
  const snapshots = new Snapshots(database)
  const lastRows = new Map<BoardId, Row>()
  let [added, mended] = [0, 0]
  for (const { boards } of records) {
    for (const { boardId, rows: journaled } of boards) {
      const discarded = snapshots.list(boardId).at(-1) ?? 0
      for (const row of journaled) {
        lastRows.set(boardId, row)
        if (row.seq <= discarded) continue
        const stored = rows.get(boardId, row.seq)
        if (stored !== undefined && isIntact(boardId, stored) && isSame(stored, row)) continue
        rows.put(boardId, row)
        if (stored === undefined) added++
        else mended++
      }
    }
  }
  for (const [boardId, row] of lastRows) {
    const head = rows.head(boardId)
    const isBehind = head === undefined || head === 'damaged' || head.seq < row.seq
    // A row after the last one of the journal would be left out by this head.
    const isNewest = (rows.last(boardId)?.seq ?? row.seq) <= row.seq
    if (isBehind && isNewest) rows.putHead(boardId, headAfter(row))
  }
  return { added, mended }
}

function isSame(stored: Row, row: Row): boolean {
  return sameHead(headAfter(stored), headAfter(row))
}
