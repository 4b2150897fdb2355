import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { SessionLog } from '../sessions/session-log.ts'
import { AnswerStore } from './answer-store.ts'
import { AssetStore } from './asset-store.ts'
import { ChronicleStore } from './chronicle-store.ts'
import { inTransaction, openDatabase, SESSIONS_WITNESS } from './database.ts'
import { adoptOldLog } from './adopt-old-log.ts'
import { CommandStore } from './command-store.ts'
import { EntryStore } from './entry-store.ts'
import { FactStore } from './fact-store.ts'
import { ImageBoardStore } from './image-board-store.ts'
import { IntentStore } from './intent-store.ts'
import { lockFolder } from './folder-lock.ts'
import type { FolderLock } from './folder-lock.ts'
import { GrantStore } from './grant-store.ts'
import { MergeStore } from './merge-store.ts'
import { MomentStore } from './moment-store.ts'
import { SessionRows } from './session-rows.ts'
import { SqliteSessionLog } from './sqlite-session-log.ts'
import { SqliteUpdateLog } from './sqlite-update-log.ts'
import { writeAlso } from './write-also.ts'

/** Everything the server keeps on disk. */
export interface Storage {
  readonly sessions: SessionLog
  readonly commands: CommandStore
  readonly entries: EntryStore
  readonly grants: GrantStore
  readonly merges: MergeStore
  readonly moments: MomentStore
  readonly chronicle: ChronicleStore
  readonly assets: AssetStore
  readonly imageBoards: ImageBoardStore
  readonly answers: AnswerStore
  readonly intents: IntentStore
  readonly facts: FactStore
  readonly updateLog: SqliteUpdateLog
  /** All that `work` writes to the stores is on disk when this returns, or none of it. */
  inTransaction<T>(work: () => T): T
  close(): Promise<void>
}

/** Lies in a data folder while a backup is being put back: no server may start there. */
export const UNFINISHED_RESTORE = 'restore.unfinished'

/**
 * Opens the data folder, and makes it when it is not there. Whether the boards can be read is
 * known when `updateLog.opened` settles.
 *
 * @param snapshotRows - See `Config.snapshotRows`.
 * @throws {Error} When that is not possible, or another server has the folder.
 */
export async function openStorage(dataDir: string, snapshotRows?: number): Promise<Storage> {
  makeFolder(resolve(dataDir))
  const lock = lockFolder(dataDir)
  let database: DatabaseSync | undefined
  try {
    if (existsSync(join(dataDir, UNFINISHED_RESTORE))) throw new Error('A restore was cut off.')
    database = openDatabase(join(dataDir, 'stip.sqlite'), join(dataDir, SESSIONS_WITNESS))
    new SessionRows(database).checkAll()
    await adoptOldLog(database, dataDir)
    return storageOf(database, dataDir, lock, snapshotRows)
  } catch (error) {
    database?.close()
    lock.release()
    throw error
  }
}

function storageOf(
  database: DatabaseSync,
  dataDir: string,
  lock: FolderLock,
  snapshotRows: number | undefined,
): Storage {
  const updateLog = new SqliteUpdateLog(dataDir, snapshotRows)
  const stores = {
    commands: new CommandStore(database),
    entries: new EntryStore(database),
    grants: new GrantStore(database),
    merges: new MergeStore(database),
    moments: new MomentStore(database),
    answers: new AnswerStore(database),
    intents: new IntentStore(database),
  }
  return {
    ...stores,
    sessions: new SqliteSessionLog(database, (sessionId, also) => {
      writeAlso(stores, sessionId, also)
    }),
    chronicle: new ChronicleStore(database),
    assets: new AssetStore(database, join(dataDir, 'assets')),
    imageBoards: new ImageBoardStore(database),
    facts: new FactStore(database),
    updateLog,
    inTransaction: (work) => inTransaction(database, work),
    close: async () => {
      await updateLog.close()
      database.close()
      lock.release()
    },
  }
}

/** Not mkdir's own `recursive`: that never ends where the system refuses a folder as if its parent were missing. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  mkdirSync(path)
}
