import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { MomentReason } from '@stip/api'
import type { BoardId } from '@stip/primitives'
import { appliedOf, columnsOf } from './applied.ts'
import type { Applied } from './applied.ts'

/** A kept moment of a board, without what stood on it. */
export interface Moment {
  /** Counts up from 1 on a board and is never given twice. */
  readonly number: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly reason: MomentReason
  /** Whether names were shown at that moment. */
  readonly isNamed: boolean
}

/** A moment as it comes into the store. */
export interface NewMoment extends Omit<Moment, 'number'> {
  /** Tells whether two moments are the same board. */
  readonly digest: Uint8Array
  /** How far the Yjs clients of the board were: a state vector. */
  readonly clocks: Uint8Array
  /** What stood on the board: compressed bytes that the store only keeps. */
  readonly records: Uint8Array
}

/** How much of one board is kept. */
export interface MomentLimits {
  readonly moments: number
  /** In bytes, as stored. */
  readonly bytes: number
}

/** An evening has about forty; a board of 500 notes takes about 20 KB each time. */
const usualLimits: MomentLimits = { moments: 150, bytes: 24 * 1024 * 1024 }

/** Keeps what boards looked like. When that becomes too much, the least telling moments go first. */
export class MomentStore {
  readonly #limits: MomentLimits
  readonly #insert: StatementSync
  readonly #list: StatementSync
  readonly #last: StatementSync
  readonly #records: StatementSync
  readonly #applied: StatementSync
  readonly #setApplied: StatementSync
  readonly #delete: StatementSync
  readonly #sizes: StatementSync

  constructor(database: DatabaseSync, limits: MomentLimits = usualLimits) {
    this.#limits = limits
    this.#insert = database.prepare(
      `INSERT INTO moments (board_id, number, at, reason, is_named, digest, clocks, records)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    const columns = 'SELECT number, at, reason, is_named FROM moments WHERE board_id = ?'
    this.#list = database.prepare(`${columns} ORDER BY number`)
    this.#last = database.prepare(
      'SELECT number, digest, clocks FROM moments WHERE board_id = ? ORDER BY number DESC LIMIT 1',
    )
    const one = 'FROM moments WHERE board_id = ? AND number = ?'
    this.#records = database.prepare(`SELECT records ${one}`)
    this.#applied = database.prepare(`SELECT applied, packed ${one}`)
    this.#setApplied = database.prepare(
      'UPDATE moments SET applied = ?, packed = ? WHERE board_id = ? AND number = ?',
    )
    this.#delete = database.prepare(`DELETE ${one}`)
    this.#sizes = database.prepare(
      `SELECT number, json_extract(reason, '$.kind') AS kind, length(records) AS bytes
       FROM moments WHERE board_id = ? ORDER BY number`,
    )
  }

  /** Keeps a moment, and gives its number. */
  add(boardId: BoardId, moment: NewMoment): number {
    const { at, reason, isNamed, digest, clocks, records } = moment
    const number = (this.last(boardId)?.number ?? 0) + 1
    const words = JSON.stringify(reason)
    this.#insert.run(boardId, number, at, words, Number(isNamed), digest, clocks, records)
    this.#thin(boardId)
    return number
  }

  /** Every moment of a board, oldest first. */
  list(boardId: BoardId): readonly Moment[] {
    return this.#list.all(boardId).map((row) => ({
      number: Number(row['number']),
      at: Number(row['at']),
      reason: JSON.parse(String(row['reason'])) as MomentReason,
      isNamed: row['is_named'] === 1,
    }))
  }

  last(
    boardId: BoardId,
  ):
    | { readonly number: number; readonly digest: Uint8Array; readonly clocks: Uint8Array }
    | undefined {
    const row = this.#last.get(boardId)
    if (row === undefined) return undefined
    const [digest, clocks] = [row['digest'] as Uint8Array, row['clocks'] as Uint8Array]
    return { number: Number(row['number']), digest, clocks }
  }

  /** What stood on the board, as it was given. */
  records(boardId: BoardId, number: number): Uint8Array | undefined {
    return this.#records.get(boardId, number)?.['records'] as Uint8Array | undefined
  }

  /** Notes what a restore did right after this moment; undefined when it was undone. */
  setApplied(boardId: BoardId, number: number, applied: Applied | undefined): void {
    const columns = applied === undefined ? ([null, null] as const) : columnsOf(applied)
    this.#setApplied.run(...columns, boardId, number)
  }

  applied(boardId: BoardId, number: number): Applied | undefined {
    return appliedOf(this.#applied.get(boardId, number) ?? {})
  }

  drop(boardId: BoardId, number: number): void {
    this.#delete.run(boardId, number)
  }

  /** Never the newest: that is the way back from whatever happens next. */
  #thin(boardId: BoardId): void {
    const rows = this.#sizes.all(boardId).map((row) => ({
      number: Number(row['number']),
      isTelling: row['kind'] !== 'minutes' && row['kind'] !== 'restore',
      bytes: Number(row['bytes']),
    }))
    const old = rows.slice(0, -1)
    const order = [
      ...old.filter(({ isTelling }) => !isTelling),
      ...old.filter(({ isTelling }) => isTelling),
    ]
    let count = rows.length
    let bytes = rows.reduce((sum, row) => sum + row.bytes, 0)
    for (const row of order) {
      if (count <= this.#limits.moments && bytes <= this.#limits.bytes) return
      this.drop(boardId, row.number)
      count--
      bytes -= row.bytes
    }
  }
}
