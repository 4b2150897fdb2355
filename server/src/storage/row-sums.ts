import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { crc32 } from 'node:zlib'

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
 * @param isMigrated - The sums are of tables as they were before, and are made anew.
 * @param changed - Called in the middle of each change.
 */
export function keepSums(database: DatabaseSync, isMigrated: boolean, changed: () => void): void {
  database.function('row_sum', { varargs: true }, (...values: SQLOutputValue[]) => {
    changed()
    return sumOf(values)
  })
  // Otherwise rows that are replaced would go without a word.
  database.exec('PRAGMA recursive_triggers = ON')
  if (isMigrated) {
    database.exec(`
      DELETE FROM sums WHERE NOT ${COUNTER};
      INSERT OR IGNORE INTO sums VALUES ('', 0, 0);
    `)
  }
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
    if (isMigrated) {
      database.exec(
        `INSERT INTO sums SELECT '${table}', rowid, row_sum(${columns.join()}) FROM ${table}`,
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

/** Reads every row; those that do not fit their sum. */
export function damagedRows(database: DatabaseSync): readonly DamagedRow[] {
  if (changesIn(database) === undefined) return []
  return tablesOf(database).flatMap(({ table, columns }) => {
    const expected = new Map(
      database
        .prepare('SELECT id, sum FROM sums WHERE name = ?')
        .all(table)
        .map((row) => [Number(row['id']), Number(row['sum'])]),
    )
    const damaged: DamagedRow[] = []
    const rows = database.prepare(`SELECT rowid AS "row id", ${columns.join()} FROM ${table}`)
    for (const row of rows.iterate()) {
      const id = Number(row['row id'])
      const sum = sumOf(columns.map((name) => row[name] ?? null))
      if (expected.get(id) !== sum) damaged.push({ table, id })
      expected.delete(id)
    }
    return [...damaged, ...[...expected.keys()].map((id) => ({ table, id }))]
  })
}

/** The old log of the boards has sums of its own. */
function tablesOf(database: DatabaseSync): readonly { table: string; columns: string[] }[] {
  const tables = database
    .prepare(
      `SELECT name FROM main.sqlite_master WHERE type = 'table'
       AND name NOT IN ('sums', 'updates') AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
  return tables.map(({ name }) => ({
    table: String(name),
    columns: database
      .prepare(`SELECT name FROM pragma_table_info(?) ORDER BY cid`)
      .all(String(name))
      .map((column) => String(column['name'])),
  }))
}

function sumOf(values: readonly SQLOutputValue[]): number {
  return values.reduce<number>(
    (sum, value) => crc32(value instanceof Uint8Array ? value : JSON.stringify(value), sum),
    0,
  )
}
