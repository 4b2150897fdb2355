import { DatabaseSync } from 'node:sqlite'
import { SessionsDamagedError } from '../../errors.ts'
import { migrations } from './migrations.ts'
import { changesIn, columnsOfTables, keepSums } from './row-sums.ts'
import { inTransaction } from './transaction.ts'
import { CommitCounter } from './commit-counter.ts'

/** Beside the database: how many changes there were. */
export const SESSIONS_COUNTER_FILE = 'stip.witness'

/**
 * Opens the database file and brings its tables up to date. What is committed is on disk:
 * write-ahead log with `synchronous = FULL`. Others may read along (a backup, `verify`).
 *
 * The number of changes is compared with the counter: a bit that flipped in the write-ahead log takes
 * back all that came after it, without a word from SQLite. Rows are compared with what was written when
 * they are read ({@link RowCheck}): a bit that flipped in one changes who may do what.
 *
 * @param path - A file, or ':memory:'.
 * @param counter - Remembers the number of changes, when there is one.
 * @throws {SessionsDamagedError} When it is not as it was written.
 * @throws {Error} When the file cannot be written.
 */
export function openDatabase(path: string, counter?: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 5000 })
  try {
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
    `)
    refuseLoss(database, counter)
    inTransaction(database, () => {
      const changed = migrate(database)
      keepSums(
        database,
        changed,
        whenDone(() => noteChanges(database, counter)),
      )
    })
    noteChanges(database, counter)
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

function refuseLoss(database: DatabaseSync, counter: string | undefined): void {
  const lost =
    (counter === undefined ? 0 : CommitCounter.seen(counter)) - (changesIn(database) ?? 0)
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

function noteChanges(database: DatabaseSync, counter: string | undefined): void {
  if (counter === undefined || !database.isOpen) return
  new CommitCounter(counter, changesIn(database) ?? 0).close()
}

/** Gives the names of tables that are new, or have other columns now. */
function migrate(database: DatabaseSync): ReadonlySet<string> {
  const row = database.prepare('PRAGMA user_version').get()
  const done = Number(row?.['user_version'] ?? 0)
  if (done > migrations.length) {
    throw new Error('The data folder was written by a newer version of Stip.')
  }
  if (done === migrations.length) return new Set()
  // Without sums, all of them are to be made.
  const before = changesIn(database) === undefined ? new Map() : columnsOfTables(database)
  for (const migration of migrations.slice(done)) database.exec(migration)
  database.exec(`PRAGMA user_version = ${migrations.length}`)
  const after = columnsOfTables(database)
  const changed = [...after].filter(([table, columns]) => columns !== before.get(table))
  return new Set(changed.map(([table]) => table))
}
