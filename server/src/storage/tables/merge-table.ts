import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { SessionId } from '@stip/primitives'
import { appliedOf, columnsOf } from '../stores/applied.ts'
import type { Applied } from '../stores/applied.ts'
import type { AtOnce } from '../stores/at-once.ts'
import type { MergeName, MergeStore, SettledMerge, StoredMerge } from '../stores/merge-store.ts'
import type { RowCheck } from './row-check.ts'

/** What merges did, in SQLite. */
export class MergeTable implements AtOnce<MergeStore> {
  readonly #check: RowCheck
  readonly #insert: StatementSync
  readonly #setState: StatementSync
  readonly #delete: StatementSync
  readonly #highest: StatementSync
  readonly #lastDone: StatementSync
  readonly #doneBefore: StatementSync
  readonly #planned: StatementSync
  readonly #plannedSessions: StatementSync
  readonly #settled: StatementSync
  readonly #find: StatementSync

  constructor(database: DatabaseSync, check: RowCheck) {
    this.#check = check
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
    const columns = 'SELECT rowid, session_id, number, at, applied, packed, beside FROM merges'
    this.#lastDone = database.prepare(
      `${columns} WHERE session_id = ? AND state = 'done' ORDER BY number DESC LIMIT 1`,
    )
    this.#doneBefore = database.prepare(
      `${columns} WHERE session_id = ? AND state = 'done' AND number < ? ORDER BY number DESC LIMIT 1`,
    )
    this.#planned = database.prepare(
      `${columns} WHERE state = 'planned' AND session_id = ? ORDER BY number LIMIT 1`,
    )
    this.#plannedSessions = database.prepare(
      `SELECT DISTINCT session_id FROM merges WHERE state = 'planned' ORDER BY session_id`,
    )
    this.#settled = database.prepare(
      `SELECT rowid, number, state, at FROM merges
       WHERE session_id = ? AND state <> 'planned' ORDER BY number`,
    )
    this.#find = database.prepare(`${columns} WHERE session_id = ? AND number = ?`)
  }

  nextNumber(sessionId: SessionId): number {
    return Number(this.#highest.get(sessionId)?.['number'] ?? 0) + 1
  }

  plan({ sessionId, number, at, applied, beside }: StoredMerge): void {
    this.#insert.run(sessionId, number, at, ...columnsOf(applied), bytesOf(beside))
  }

  settle({ sessionId, number }: MergeName, state: 'done' | 'undone'): void {
    this.#setState.run(state, sessionId, number)
  }

  drop({ sessionId, number }: MergeName): void {
    this.#delete.run(sessionId, number)
  }

  lastDone(sessionId: SessionId): StoredMerge | undefined {
    const row = this.#check.one('merges', this.#lastDone.get(sessionId))
    return row === undefined ? undefined : readMerge(row)
  }

  doneBefore({ sessionId, number }: MergeName): StoredMerge | undefined {
    const row = this.#check.one('merges', this.#doneBefore.get(sessionId, number))
    return row === undefined ? undefined : readMerge(row)
  }

  planned(sessionId: SessionId): StoredMerge | undefined {
    const row = this.#check.one('merges', this.#planned.get(sessionId))
    return row === undefined ? undefined : readMerge(row)
  }

  plannedSessions(): readonly SessionId[] {
    return this.#plannedSessions.all().map((row) => String(row['session_id']))
  }

  list(sessionId: SessionId): readonly SettledMerge[] {
    return this.#check.all('merges', this.#settled.all(sessionId)).map((row) => ({
      number: Number(row['number']),
      state: row['state'] === 'done' ? 'done' : 'undone',
      at: Number(row['at']),
    }))
  }

  find({ sessionId, number }: MergeName): StoredMerge | undefined {
    const row = this.#check.one('merges', this.#find.get(sessionId, number))
    return row === undefined ? undefined : readMerge(row)
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
