import { DatabaseSync } from 'node:sqlite'
import { migrations } from './migrations.ts'

/**
 * Opens the database file and brings its tables up to date. What is committed is on disk:
 * write-ahead log with `synchronous = FULL`. Others may read along (a backup, `verify`).
 *
 * @param path - A file, or ':memory:'.
 * @throws {Error} When the file cannot be written.
 */
export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 5000 })
  try {
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
    `)
    inTransaction(database, () => migrate(database))
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

/** Runs `work` in one transaction: on disk when this returns, or undone when it throws. */
export function inTransaction<T>(
  database: DatabaseSync,
  work: () => T,
  begin: 'BEGIN' | 'BEGIN IMMEDIATE' = 'BEGIN IMMEDIATE',
): T {
  database.exec(begin)
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // A full disk may have ended the transaction already; then there is nothing to roll back.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

function migrate(database: DatabaseSync): void {
  const row = database.prepare('PRAGMA user_version').get()
  const done = Number(row?.['user_version'] ?? 0)
  if (done > migrations.length) {
    throw new Error('The data folder was written by a newer version of Stip.')
  }
  for (const migration of migrations.slice(done)) database.exec(migration)
  database.exec(`PRAGMA user_version = ${migrations.length}`)
}
