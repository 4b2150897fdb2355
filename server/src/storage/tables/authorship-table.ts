import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { BoardId, SessionId } from '@stip/primitives'
import type { AtOnce } from '../stores/at-once.ts'
import type {
  AuthorshipStore,
  LateWork,
  Mark,
  Period,
  Progress,
} from '../stores/authorship-store.ts'
import type { RowCheck } from './row-check.ts'

/** When which part of a board was written, in SQLite. */
export class AuthorshipTable implements AtOnce<AuthorshipStore> {
  readonly #check: RowCheck
  readonly #lastPeriod: StatementSync
  readonly #periods: StatementSync
  readonly #insertPeriod: StatementSync
  readonly #marks: StatementSync
  readonly #insertMark: StatementSync
  readonly #late: StatementSync
  readonly #countLate: StatementSync
  readonly #insertLate: StatementSync

  constructor(database: DatabaseSync, check: RowCheck) {
    this.#check = check
    const columns = 'SELECT rowid, number, position, is_named FROM periods WHERE session_id = ?'
    this.#periods = database.prepare(`${columns} ORDER BY number`)
    this.#lastPeriod = database.prepare(`${columns} ORDER BY number DESC LIMIT 1`)
    this.#insertPeriod = database.prepare('INSERT INTO periods VALUES (?, ?, ?, ?)')
    this.#marks = database.prepare(
      'SELECT rowid, at, period, clocks FROM marks WHERE board_id = ? ORDER BY number',
    )
    this.#insertMark = database.prepare(
      `INSERT INTO marks (board_id, number, at, period, clocks)
       SELECT ?1, 1 + coalesce((SELECT max(number) FROM marks WHERE board_id = ?1), 0), ?2, ?3, ?4`,
    )
    this.#late = database.prepare(
      'SELECT rowid, client, first, last FROM late_work WHERE board_id = ?',
    )
    this.#countLate = database.prepare('SELECT count(*) AS count FROM late_work WHERE board_id = ?')
    this.#insertLate = database.prepare('INSERT INTO late_work VALUES (?, ?, ?, ?)')
  }

  enter(sessionId: SessionId, { position, isNamed }: Omit<Period, 'number'>): Period {
    const row = this.#check.one('periods', this.#lastPeriod.get(sessionId))
    const last = row === undefined ? undefined : readPeriod(row)
    if (last?.position === position && last.isNamed === isNamed) return last
    const period = { number: (last?.number ?? 0) + 1, position, isNamed }
    this.#insertPeriod.run(sessionId, period.number, position, Number(isNamed))
    return period
  }

  /** The periods of a session that has none. */
  bringPeriods(sessionId: SessionId, periods: readonly Period[]): void {
    for (const { number, position, isNamed } of periods) {
      this.#insertPeriod.run(sessionId, number, position, Number(isNamed))
    }
  }

  periods(sessionId: SessionId): readonly Period[] {
    return this.#check.all('periods', this.#periods.all(sessionId)).map(readPeriod)
  }

  marks(boardId: BoardId): readonly Mark[] {
    return this.#check.all('marks', this.#marks.all(boardId)).map((row) => ({
      at: Number(row['at']),
      period: Number(row['period']),
      clocks: JSON.parse(String(row['clocks'])) as Mark['clocks'],
    }))
  }

  progress(boardId: BoardId): Progress {
    const marks = this.marks(boardId)
    const clocks = new Map(marks.flatMap((mark) => mark.clocks))
    return { clocks: [...clocks], marks: marks.length, period: marks.at(-1)?.period ?? 0 }
  }

  addMark(boardId: BoardId, { at, period, clocks }: Mark): void {
    this.#insertMark.run(boardId, at, period, JSON.stringify(clocks))
  }

  lateWork(boardId: BoardId): readonly LateWork[] {
    return this.#check.all('late_work', this.#late.all(boardId)).map((row) => ({
      client: Number(row['client']),
      first: Number(row['first']),
      last: Number(row['last']),
    }))
  }

  addLateWork(boardId: BoardId, work: readonly LateWork[], most: number): void {
    const room = most - Number(this.#countLate.get(boardId)?.['count'])
    for (const { client, first, last } of work.slice(0, Math.max(0, room))) {
      this.#insertLate.run(boardId, client, first, last)
    }
  }
}

function readPeriod(row: Record<string, unknown>): Period {
  return {
    number: Number(row['number']),
    position: Number(row['position']),
    isNamed: row['is_named'] === 1,
  }
}
