import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { inTransaction } from './transaction.ts'

/** A row that is not as it was written, is missing, or was added by something else. */
export interface DamagedRow {
  readonly table: string
  readonly id: number
}

/** The line of {@link sumsTable} that counts changes. */
const COUNTER = `name = ''`

/** A checksum of every row, and how many changes there were. SQLite itself has none in its pages. */
export const sumsTable = `
  CREATE TABLE sums (
    name TEXT NOT NULL,
    id INTEGER NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY (name, id)
  ) STRICT, WITHOUT ROWID;
`

/**
 * Keeps the sums of all tables from now on, whatever writes through this connection.
 *
 * @param otherwise - Tables of which the sums are those of before, and are made anew.
 * @param changed - Called in the middle of each change.
 */
export function keepSums(
  database: DatabaseSync,
  otherwise: ReadonlySet<string>,
  changed: () => void,
): void {
  database.function('row_sum', { varargs: true }, (...values: SQLOutputValue[]) => {
    changed()
    return sumOf(values)
  })
  // Otherwise rows that are replaced would go without a word.
  database.exec('PRAGMA recursive_triggers = ON')
  if (otherwise.size > 0) database.exec(`INSERT OR IGNORE INTO sums VALUES ('', 0, 0)`)
  for (const { table, columns } of tablesOf(database)) {
    const add = (row: string): string =>
      `INSERT INTO sums VALUES ('${table}', ${row}.rowid, row_sum(${columns.map((name) => `${row}.${name}`).join()}));`
    const forget = (row: string): string =>
      `DELETE FROM sums WHERE name = '${table}' AND id = ${row}.rowid;`
    const count = `UPDATE sums SET sum = sum + 1 WHERE ${COUNTER};`
    database.exec(`
      CREATE TEMP TRIGGER ${table}_inserted AFTER INSERT ON main.${table}
        BEGIN ${forget('NEW')} ${add('NEW')} ${count} END;
      CREATE TEMP TRIGGER ${table}_updated AFTER UPDATE ON main.${table}
        BEGIN ${forget('OLD')} ${forget('NEW')} ${add('NEW')} ${count} END;
      CREATE TEMP TRIGGER ${table}_deleted AFTER DELETE ON main.${table}
        BEGIN ${forget('OLD')} ${count} END;
    `)
    if (otherwise.has(table)) {
      database.exec(
        `DELETE FROM sums WHERE name = '${table}';
         INSERT INTO sums SELECT '${table}', rowid, row_sum(${columns.join()}) FROM ${table}`,
      )
    }
  }
}

/** How many changes there were; undefined when nobody keeps sums yet. */
export function changesIn(database: DatabaseSync): number | undefined {
  const isThere = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'sums'`).get()
  if (isThere === undefined) return undefined
  const row = database.prepare(`SELECT sum FROM sums WHERE ${COUNTER}`).get()
  return row === undefined ? undefined : Number(row['sum'])
}

/** So many rows are compared in one transaction: who writes meanwhile keeps no long write-ahead log for it. */
const ROWS_AT_ONCE = 256

/** Reads every row, the small tables first; gives those that do not fit their sum, as they are found. */
export function* damagedRows(database: DatabaseSync): Generator<DamagedRow> {
  if (changesIn(database) === undefined) return
  const tables = tablesOf(database).map((table) => {
    const last = database.prepare(`SELECT max(rowid) AS last FROM ${table.table}`).get()
    return { ...table, last: Number(last?.['last'] ?? 0) }
  })
  for (const table of tables.toSorted((one, other) => one.last - other.last)) {
    let after: number | undefined = 0
    while (after !== undefined) {
      const from: number = after
      const part = inTransaction(database, () => comparedFrom(database, table, from), 'BEGIN')
      for (const id of part.damaged) yield { table: table.table, id }
      after = part.upTo
    }
  }
}

/** Compares some rows; `upTo` is undefined when there are no more. */
function comparedFrom(database: DatabaseSync, { table, columns }: SummedTable, after: number) {
  const rows = database.prepare(
    `SELECT rowid AS "row id", ${columns.join()} FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT ${ROWS_AT_ONCE}`,
  )
  const found = new Map<number, number>()
  for (const row of rows.iterate(after)) {
    found.set(Number(row['row id']), sumOf(columns.map((name) => row[name] ?? null)))
  }
  const upTo = found.size < ROWS_AT_ONCE ? undefined : Math.max(...found.keys())
  const sums = database.prepare('SELECT id, sum FROM sums WHERE name = ? AND id > ? AND id <= ?')
  const damaged: number[] = []
  for (const row of sums.all(table, after, upTo ?? Number.MAX_SAFE_INTEGER)) {
    const id = Number(row['id'])
    if (found.get(id) !== Number(row['sum'])) damaged.push(id)
    found.delete(id)
  }
  return { damaged: [...damaged, ...found.keys()], upTo }
}

/** The columns of each table, in one text. */
export function columnsOfTables(database: DatabaseSync): ReadonlyMap<string, string> {
  return new Map(tablesOf(database).map(({ table, columns }) => [table, columns.join()]))
}

interface SummedTable {
  readonly table: string
  readonly columns: readonly string[]
}

/** The old log of the boards has sums of its own. */
function tablesOf(database: DatabaseSync): readonly SummedTable[] {
  const tables = database
    .prepare(
      `SELECT name FROM main.sqlite_master WHERE type = 'table'
       AND name NOT IN ('sums', 'updates') AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
  return tables.map(({ name }) => {
    return { table: String(name), columns: columnsOf(database, String(name)) }
  })
}

/** The names of the columns of a table. */
export function columnsOf(database: DatabaseSync, table: string): readonly string[] {
  return database
    .prepare(`SELECT name FROM pragma_table_info(?) ORDER BY cid`)
    .all(table)
    .map((column) => String(column['name']))
}

/** The sum of a row, of the values in its columns. */
export function sumOf(values: readonly SQLOutputValue[]): number {
  return values.reduce<number>(
    (sum, value) => crc32(value instanceof Uint8Array ? value : JSON.stringify(value), sum),
    0,
  )
}
