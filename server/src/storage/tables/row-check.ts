import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite'
import { SessionsDamagedError } from '../../errors.ts'
import { columnsOf, sumOf } from '../database/row-sums.ts'

/** A row as it is read, with its number (`rowid`). */
type Row = Record<string, SQLOutputValue>

interface Statements {
  readonly columns: readonly string[]
  readonly row: StatementSync
}

/**
 * Compares every row that is read with its sum, for as long as nobody has looked at them all: what is
 * damaged is never served, and a start need not read everything before it listens.
 */
export class RowCheck {
  readonly #database: DatabaseSync
  readonly #tables = new Map<string, Statements>()
  readonly #sum: StatementSync
  #isOver = false

  constructor(database: DatabaseSync) {
    this.#database = database
    this.#sum = database.prepare('SELECT sum FROM sums WHERE name = ? AND id = ?')
  }

  /** Somebody looked at all of them. */
  end(): void {
    this.#isOver = true
  }

  /**
   * The same row.
   *
   * @throws {SessionsDamagedError} When it is not as it was written.
   */
  one<Read extends Row | undefined>(table: string, row: Read): Read {
    if (row !== undefined && !this.#isOver) this.#look(table, row)
    return row
  }

  /** The same rows. */
  all(table: string, rows: Row[]): Row[] {
    if (!this.#isOver) for (const row of rows) this.#look(table, row)
    return rows
  }

  #look(table: string, { rowid = null }: Row): void {
    const { columns, row } = this.#statementsOf(table)
    const whole = row.get(rowid)
    const sum = sumOf(columns.map((name) => whole?.[name] ?? null))
    if (this.#sum.get(table, rowid)?.['sum'] === sum) return
    throw new SessionsDamagedError(`row ${String(rowid)} of ${table}`)
  }

  #statementsOf(table: string): Statements {
    const known = this.#tables.get(table)
    if (known !== undefined) return known
    const columns = columnsOf(this.#database, table)
    const row = this.#database.prepare(`SELECT ${columns.join()} FROM ${table} WHERE rowid = ?`)
    const statements = { columns, row }
    this.#tables.set(table, statements)
    return statements
  }
}
