import { DatabaseSync } from 'node:sqlite'
import { SessionsDamagedError } from '../errors.ts'
import { migrations } from './migrations.ts'
import { changesIn, damagedRows, keepSums } from './row-sums.ts'
import { Witness } from './witness.ts'

/** Beside the database: how many changes there were. */
export const SESSIONS_WITNESS = 'stip.witness'

/**
 * Opens the database file and brings its tables up to date. What is committed is on disk:
 * write-ahead log with `synchronous = FULL`. Others may read along (a backup, `verify`).
 *
 * Every row is checked against what was written, and the number of changes against the witness:
 * a bit that flipped in the file changes who may do what, and one in the write-ahead log takes back
 * all that came after it, both without a word from SQLite.
 *
 * @param path - A file, or ':memory:'.
 * @param witness - Remembers the number of changes, when there is one.
 * @throws {SessionsDamagedError} When it is not as it was written.
 * @throws {Error} When the file cannot be written.
 */
export function openDatabase(path: string, witness?: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 5000 })
  try {
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
    `)
    refuseDamage(database, witness)
    inTransaction(database, () => {
      const isMigrated = migrate(database)
      keepSums(
        database,
        isMigrated,
        whenDone(() => noteChanges(database, witness)),
      )
    })
    noteChanges(database, witness)
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

function refuseDamage(database: DatabaseSync, witness: string | undefined): void {
  const [pages] = database.prepare('PRAGMA integrity_check(1)').all()
  if (pages?.['integrity_check'] !== 'ok') {
    throw new SessionsDamagedError(String(pages?.['integrity_check']))
  }
  const [row] = damagedRows(database)
  if (row !== undefined) throw new SessionsDamagedError(`row ${row.id} of ${row.table}`)
  const lost = (witness === undefined ? 0 : Witness.seen(witness)) - (changesIn(database) ?? 0)
  if (lost > 0) throw new SessionsDamagedError(`${lost} changes are gone`)
}

/** Does something once, when everything that is done now is done. */
function whenDone(work: () => void): () => void {
  let isWaiting = false
  return () => {
    if (isWaiting) return
    isWaiting = true
    setImmediate(() => {
      isWaiting = false
      work()
    })
  }
}

function noteChanges(database: DatabaseSync, witness: string | undefined): void {
  if (witness === undefined || !database.isOpen) return
  new Witness(witness, changesIn(database) ?? 0).close()
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

/** Returns whether tables have another form now. */
function migrate(database: DatabaseSync): boolean {
  const row = database.prepare('PRAGMA user_version').get()
  const done = Number(row?.['user_version'] ?? 0)
  if (done > migrations.length) {
    throw new Error('The data folder was written by a newer version of Stip.')
  }
  for (const migration of migrations.slice(done)) database.exec(migration)
  database.exec(`PRAGMA user_version = ${migrations.length}`)
  return done < migrations.length
}
