import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { MomentReason } from '@stip/api'
import type { BoardId } from '@stip/primitives'
import { appliedOf, columnsOf } from '../stores/applied.ts'
import type { Applied } from '../stores/applied.ts'
import type { AtOnce } from '../stores/at-once.ts'
import type { BroughtMoment } from '../stores/brought.ts'
import { superfluous, usualMomentLimits } from '../stores/moment-limits.ts'
import type { MomentLimits } from '../stores/moment-limits.ts'
import type { LastMoment, Moment, MomentStore, NewMoment } from '../stores/moment-store.ts'
import type { RowCheck } from './row-check.ts'

/** What boards looked like, in SQLite. */
export class MomentTable implements AtOnce<MomentStore> {
  readonly #check: RowCheck
  readonly #limits: MomentLimits
  readonly #insert: StatementSync
  readonly #list: StatementSync
  readonly #last: StatementSync
  readonly #find: StatementSync
  readonly #records: StatementSync
  readonly #applied: StatementSync
  readonly #setApplied: StatementSync
  readonly #delete: StatementSync
  readonly #sizes: StatementSync

  constructor(database: DatabaseSync, check: RowCheck, limits: MomentLimits = usualMomentLimits) {
    this.#check = check
    this.#limits = limits
    this.#insert = database.prepare(
      `INSERT INTO moments (board_id, number, at, reason, is_named, digest, clocks, records)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    const columns = 'SELECT rowid, number, at, reason, is_named FROM moments WHERE board_id = ?'
    this.#list = database.prepare(`${columns} ORDER BY number`)
    this.#last = database.prepare(
      'SELECT rowid, number, digest, clocks FROM moments WHERE board_id = ? ORDER BY number DESC LIMIT 1',
    )
    const one = 'FROM moments WHERE board_id = ? AND number = ?'
    this.#find = database.prepare(`SELECT rowid, clocks, records ${one}`)
    this.#records = database.prepare(`SELECT rowid, records ${one}`)
    this.#applied = database.prepare(`SELECT rowid, applied, packed ${one}`)
    this.#setApplied = database.prepare(
      'UPDATE moments SET applied = ?, packed = ? WHERE board_id = ? AND number = ?',
    )
    this.#delete = database.prepare(`DELETE ${one}`)
    this.#sizes = database.prepare(
      `SELECT number, json_extract(reason, '$.kind') AS kind, length(records) AS bytes
       FROM moments WHERE board_id = ? ORDER BY number`,
    )
  }

  add(boardId: BoardId, moment: NewMoment): number {
    const number = (this.last(boardId)?.number ?? 0) + 1
    this.bring(boardId, { ...moment, number })
    this.#thin(boardId)
    return number
  }

  /** A moment with the number that it has. */
  bring(boardId: BoardId, moment: BroughtMoment): void {
    const { number, at, reason, isNamed, digest, clocks, records } = moment
    const words = JSON.stringify(reason)
    this.#insert.run(boardId, number, at, words, Number(isNamed), digest, clocks, records)
  }

  list(boardId: BoardId): readonly Moment[] {
    return this.#check.all('moments', this.#list.all(boardId)).map((row) => ({
      number: Number(row['number']),
      at: Number(row['at']),
      reason: JSON.parse(String(row['reason'])) as MomentReason,
      isNamed: row['is_named'] === 1,
    }))
  }

  last(boardId: BoardId): LastMoment | undefined {
    const row = this.#check.one('moments', this.#last.get(boardId))
    if (row === undefined) return undefined
    const [digest, clocks] = [row['digest'] as Uint8Array, row['clocks'] as Uint8Array]
    return { number: Number(row['number']), digest, clocks }
  }

  find(boardId: BoardId, number: number): Pick<NewMoment, 'clocks' | 'records'> | undefined {
    const row = this.#check.one('moments', this.#find.get(boardId, number))
    if (row === undefined) return undefined
    return { clocks: row['clocks'] as Uint8Array, records: row['records'] as Uint8Array }
  }

  records(boardId: BoardId, number: number): Uint8Array | undefined {
    const row = this.#check.one('moments', this.#records.get(boardId, number))
    return row?.['records'] as Uint8Array | undefined
  }

  setApplied(boardId: BoardId, number: number, applied: Applied | undefined): void {
    const columns = applied === undefined ? ([null, null] as const) : columnsOf(applied)
    this.#setApplied.run(...columns, boardId, number)
  }

  applied(boardId: BoardId, number: number): Applied | undefined {
    return appliedOf(this.#check.one('moments', this.#applied.get(boardId, number)) ?? {})
  }

  drop(boardId: BoardId, number: number): void {
    this.#delete.run(boardId, number)
  }

  #thin(boardId: BoardId): void {
    const rows = this.#sizes.all(boardId).map((row) => ({
      number: Number(row['number']),
      kind: String(row['kind']),
      bytes: Number(row['bytes']),
    }))
    for (const number of superfluous(rows, this.#limits)) this.drop(boardId, number)
  }
}
