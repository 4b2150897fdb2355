import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { SessionId } from '@stip/primitives'
import { appliedOf, columnsOf } from './applied.ts'
import type { Applied } from './applied.ts'

/**
 * A merge as it is stored. 'planned' is written before the vision board changes and becomes
 * 'done' after it; a merge that is found 'planned' at a start was cut off in between.
 */
export interface StoredMerge {
  readonly sessionId: SessionId
  /** Counts up from 1 in a session, undone merges included. */
  readonly number: number
  /** Milliseconds since 1970. */
  readonly at: number
  /** What it did to the vision. */
  readonly applied: Applied
  /** What it did to the board on which all boards stand beside each other; undefined: nothing. */
  readonly beside: Applied | undefined
}

/** Keeps what every merge did to the vision board, so that it can be taken back. */
export class MergeStore {
  readonly #insert: StatementSync
  readonly #setState: StatementSync
  readonly #delete: StatementSync
  readonly #highest: StatementSync
  readonly #lastDone: StatementSync
  readonly #doneBefore: StatementSync
  readonly #planned: StatementSync

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare(
      // The room may ask again for the same edit, when something else in its batch failed.
      `INSERT OR REPLACE INTO merges (session_id, number, state, at, applied, packed, beside)
       VALUES (?, ?, 'planned', ?, ?, ?, ?)`,
    )
    this.#setState = database.prepare(
      'UPDATE merges SET state = ? WHERE session_id = ? AND number = ?',
    )
    this.#delete = database.prepare('DELETE FROM merges WHERE session_id = ? AND number = ?')
    this.#highest = database.prepare(
      'SELECT max(number) AS number FROM merges WHERE session_id = ?',
    )
    const columns = 'SELECT session_id, number, at, applied, packed, beside FROM merges'
    this.#lastDone = database.prepare(
      `${columns} WHERE session_id = ? AND state = 'done' ORDER BY number DESC LIMIT 1`,
    )
    this.#doneBefore = database.prepare(
      `${columns} WHERE session_id = ? AND state = 'done' AND number < ? ORDER BY number DESC LIMIT 1`,
    )
    this.#planned = database.prepare(`${columns} WHERE state = 'planned' ORDER BY number`)
  }

  nextNumber(sessionId: SessionId): number {
    return Number(this.#highest.get(sessionId)?.['number'] ?? 0) + 1
  }

  plan({ sessionId, number, at, applied, beside }: StoredMerge): void {
    this.#insert.run(sessionId, number, at, ...columnsOf(applied), bytesOf(beside))
  }

  settle({ sessionId, number }: StoredMerge, state: 'done' | 'undone'): void {
    this.#setState.run(state, sessionId, number)
  }

  /** Forgets a planned merge that never reached the board. */
  drop({ sessionId, number }: StoredMerge): void {
    this.#delete.run(sessionId, number)
  }

  /** The last merge that stands: the one that an undo takes back. */
  lastDone(sessionId: SessionId): StoredMerge | undefined {
    const row = this.#lastDone.get(sessionId)
    return row === undefined ? undefined : readMerge(row)
  }

  /** The merge that is the last one when this one is undone. */
  doneBefore({ sessionId, number }: StoredMerge): StoredMerge | undefined {
    const row = this.#doneBefore.get(sessionId, number)
    return row === undefined ? undefined : readMerge(row)
  }

  /** Merges that were cut off half-way. */
  planned(): readonly StoredMerge[] {
    return this.#planned.all().map(readMerge)
  }
}

function readMerge(row: Record<string, unknown>): StoredMerge {
  return {
    sessionId: String(row['session_id']),
    number: Number(row['number']),
    at: Number(row['at']),
    applied: appliedOf(row) ?? '[]',
    beside: row['beside'] instanceof Uint8Array ? row['beside'] : undefined,
  }
}

/** New ones are never text. */
function bytesOf(applied: Applied | undefined): Uint8Array | null {
  return applied instanceof Uint8Array ? applied : null
}
