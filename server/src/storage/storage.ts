import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { AssetStore } from './asset-store.ts'
import { inTransaction, openDatabase } from './database.ts'
import { EntryStore } from './entry-store.ts'
import { GrantStore } from './grant-store.ts'
import { MergeStore } from './merge-store.ts'
import { SessionStore } from './session-store.ts'
import { SqliteUpdateLog } from './sqlite-update-log.ts'

/** Everything the server keeps on disk. */
export interface Storage {
  readonly sessions: SessionStore
  readonly entries: EntryStore
  readonly grants: GrantStore
  readonly merges: MergeStore
  readonly assets: AssetStore
  readonly updateLog: SqliteUpdateLog
  /** All that `work` writes to the stores is on disk when this returns, or none of it. */
  inTransaction<T>(work: () => T): T
  close(): Promise<void>
}

/** Opens the data folder, and makes it when it is not there. @throws {Error} When that is not possible. */
export function openStorage(dataDir: string): Storage {
  makeFolder(resolve(dataDir))
  const database = openDatabase(join(dataDir, 'stip.sqlite'))
  const updateLog = new SqliteUpdateLog(database)
  return {
    sessions: new SessionStore(database),
    entries: new EntryStore(database),
    grants: new GrantStore(database),
    merges: new MergeStore(database),
    assets: new AssetStore(database, join(dataDir, 'assets')),
    updateLog,
    inTransaction: (work) => inTransaction(database, work),
    close: async () => {
      await updateLog.close()
      database.close()
    },
  }
}

/** Not mkdir's own `recursive`: that never ends where the system refuses a folder as if its parent were missing. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  mkdirSync(path)
}
