import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { BoardId, SessionId } from '@stip/primitives'

/** A stretch of a session in which names were shown all the time, or never. */
export interface Period {
  /** Counts up from 1 in a session. */
  readonly number: number
  /** The step; -1 in the waiting room. */
  readonly position: number
  readonly isNamed: boolean
}

/** How far the Yjs clients of a board were at some time. */
export interface Mark {
  /** Milliseconds since 1970. */
  readonly at: number
  /** The number of the period that it was. */
  readonly period: number
  /** Of every client that went on since the mark before: how many clocks it has used. */
  readonly clocks: readonly (readonly [client: number, clock: number])[]
}

/** What a client wrote somewhere else, earlier, and handed in later. */
export interface LateWork {
  readonly client: number
  readonly first: number
  readonly last: number
}

/** Keeps when which part of a board was written, and whether names were shown then. */
export class ChronicleStore {
  readonly #lastPeriod: StatementSync
  readonly #periods: StatementSync
  readonly #insertPeriod: StatementSync
  readonly #marks: StatementSync
  readonly #insertMark: StatementSync
  readonly #late: StatementSync
  readonly #countLate: StatementSync
  readonly #insertLate: StatementSync

  constructor(database: DatabaseSync) {
    const columns = 'SELECT number, position, is_named FROM periods WHERE session_id = ?'
    this.#periods = database.prepare(`${columns} ORDER BY number`)
    this.#lastPeriod = database.prepare(`${columns} ORDER BY number DESC LIMIT 1`)
    this.#insertPeriod = database.prepare('INSERT INTO periods VALUES (?, ?, ?, ?)')
    this.#marks = database.prepare(
      'SELECT at, period, clocks FROM marks WHERE board_id = ? ORDER BY number',
    )
    this.#insertMark = database.prepare(
      `INSERT INTO marks (board_id, number, at, period, clocks)
       SELECT ?1, 1 + coalesce((SELECT max(number) FROM marks WHERE board_id = ?1), 0), ?2, ?3, ?4`,
    )
    this.#late = database.prepare('SELECT client, first, last FROM late_work WHERE board_id = ?')
    this.#countLate = database.prepare('SELECT count(*) AS count FROM late_work WHERE board_id = ?')
    this.#insertLate = database.prepare('INSERT INTO late_work VALUES (?, ?, ?, ?)')
  }

  lastPeriod(sessionId: SessionId): Period | undefined {
    const row = this.#lastPeriod.get(sessionId)
    return row === undefined ? undefined : readPeriod(row)
  }

  periods(sessionId: SessionId): readonly Period[] {
    return this.#periods.all(sessionId).map(readPeriod)
  }

  addPeriod(sessionId: SessionId, { number, position, isNamed }: Period): void {
    this.#insertPeriod.run(sessionId, number, position, Number(isNamed))
  }

  /** Every mark of a board, oldest first. */
  marks(boardId: BoardId): readonly Mark[] {
    return this.#marks.all(boardId).map((row) => ({
      at: Number(row['at']),
      period: Number(row['period']),
      clocks: JSON.parse(String(row['clocks'])) as Mark['clocks'],
    }))
  }

  addMark(boardId: BoardId, { at, period, clocks }: Mark): void {
    this.#insertMark.run(boardId, at, period, JSON.stringify(clocks))
  }

  lateWork(boardId: BoardId): readonly LateWork[] {
    return this.#late.all(boardId).map((row) => ({
      client: Number(row['client']),
      first: Number(row['first']),
      last: Number(row['last']),
    }))
  }

  countLateWork(boardId: BoardId): number {
    return Number(this.#countLate.get(boardId)?.['count'])
  }

  addLateWork(boardId: BoardId, { client, first, last }: LateWork): void {
    this.#insertLate.run(boardId, client, first, last)
  }
}

function readPeriod(row: Record<string, unknown>): Period {
  return {
    number: Number(row['number']),
    position: Number(row['position']),
    isNamed: row['is_named'] === 1,
  }
}
