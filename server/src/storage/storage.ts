import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { SessionId } from '@stip/primitives'
import type { AlsoWritten } from '../sessions/also-written.ts'
import type { SessionLog } from '../sessions/session-log.ts'
import { BackgroundCheck } from './check/background-check.ts'
import { DamageGuard, isDamage } from './check/damage-guard.ts'
import { CachedEntries } from './stores/cached-entries.ts'
import { CachedGrants } from './stores/cached-grants.ts'
import { lockFolder } from './folder-lock.ts'
import { ImageFiles } from './image-files.ts'
import { SqliteSessionLog } from './sessions/sqlite-session-log.ts'
import { SqliteUpdateLog } from './update-log/sqlite-update-log.ts'
import { StoreLine } from './store-line.ts'
import { storesOf } from './stores/stores.ts'
import type { Ask, TableStores } from './stores/stores.ts'
import type { SessionRowStore } from './tables/session-table.ts'

/** Everything the server keeps on disk. Whatever is asked, nobody waits for the disk in this thread. */
export interface Storage extends Omit<TableStores, 'sessions'> {
  readonly sessions: SessionLog
  readonly grants: CachedGrants
  readonly images: ImageFiles
  readonly updateLog: SqliteUpdateLog
  /** Looks through all that is stored of sessions, people and links, in the background. */
  checkAll(): void
  close(): Promise<void>
}

/** Lies in a data folder while a backup is being put back: no server may start there. */
export const UNFINISHED_RESTORE = 'restore.unfinished'

interface StorageOptions {
  /** See `Config.snapshotRows`. */
  readonly snapshotRows?: number | undefined
  /** Keeps the tables of sessions in this thread, so that a test can have them fail. */
  readonly inThisThread?: boolean | undefined
  /**
   * Hears, once, that something is not as it was written, or is known to a newer Stip only. From then on
   * nothing is read or written any more.
   */
  readonly onDamage?: ((error: Error) => void) | undefined
  /** Hears that all is as it was written. */
  readonly onSound?: (() => void) | undefined
  /** Hears that it could not be found out whether all is as it was written. */
  readonly onUnchecked?: ((error: Error) => void) | undefined
}

/** What answers stores, and what else ends with it. */
interface Opened {
  readonly ask: Ask
  readonly updateLog: SqliteUpdateLog
  readonly trustRows: () => void
  readonly close: () => Promise<void>
}

/**
 * Opens the data folder, and makes it when it is not there. That reads neither all sessions nor all
 * boards: whatever is read later is compared with what was written then.
 *
 * @throws {Error} When that is not possible, or another server has the folder.
 */
export async function openStorage(dataDir: string, options: StorageOptions = {}): Promise<Storage> {
  makeFolder(resolve(dataDir))
  const lock = lockFolder(dataDir)
  try {
    if (existsSync(join(dataDir, UNFINISHED_RESTORE))) throw new Error('A restore was cut off.')
    const opened = options.inThisThread
      ? await openHere(dataDir, options)
      : await openInThread(dataDir, options)
    return storageOf(dataDir, opened, options, () => lock.release())
  } catch (error) {
    lock.release()
    throw error
  }
}

async function openInThread(dataDir: string, { snapshotRows }: StorageOptions): Promise<Opened> {
  const line = new StoreLine((question) => updateLog.askStores(question))
  const updateLog = new SqliteUpdateLog(dataDir, snapshotRows, line)
  const close = async (): Promise<void> => {
    line.close()
    await updateLog.close()
  }
  try {
    await updateLog.opened
  } catch (error) {
    await close()
    throw error
  }
  return { ask: line.ask, updateLog, trustRows: () => updateLog.trustRows(), close }
}

async function openHere(dataDir: string, { snapshotRows }: StorageOptions): Promise<Opened> {
  const { openTables } = await import('./tables/open-tables.ts')
  const tables = await openTables(dataDir)
  const updateLog = new SqliteUpdateLog(dataDir, snapshotRows)
  const close = async (): Promise<void> => {
    await updateLog.close()
    tables.close()
  }
  try {
    await updateLog.opened
  } catch (error) {
    await close()
    throw error
  }
  const ask: Ask = async (call) => tables.answer(call)
  return { ask, updateLog, trustRows: () => tables.check.end(), close }
}

function storageOf(
  dataDir: string,
  { ask, updateLog, trustRows, close }: Opened,
  { onDamage, onSound, onUnchecked }: StorageOptions,
  release: () => void,
): Storage {
  const guard = new DamageGuard(ask, (error) => onDamage?.(error))
  let check: BackgroundCheck | undefined
  let closing: Promise<void> | undefined
  const end = async (): Promise<void> => {
    check?.close()
    await close()
    release()
  }
  const stores = storesOf(guard.ask)
  const grants = new CachedGrants(stores.grants)
  const entries = new CachedEntries(stores.entries)
  const told: Told = (sessionId, also, done) => {
    grants.written(sessionId, also, done)
    entries.written(also)
    return done
  }
  return {
    ...stores,
    grants,
    entries,
    sessions: new SqliteSessionLog(telling(stores.sessions, told)),
    images: new ImageFiles(stores.assets, join(dataDir, 'assets')),
    updateLog,
    checkAll: () => {
      check ??= new BackgroundCheck(dataDir, {
        sound: () => {
          trustRows()
          onSound?.()
        },
        notSound: (error) => {
          if (isDamage(error)) guard.found(error)
          else onUnchecked?.(error)
        },
      })
    },
    close: () => {
      closing ??= end()
      return closing
    },
  }
}

/** Hears what is being written, at once, and gives when that is done. */
type Told = (
  sessionId: SessionId,
  also: readonly AlsoWritten[],
  done: Promise<void>,
) => Promise<void>

/** The same rows; what they are asked to write is told when they are asked. */
function telling(rows: SessionRowStore, told: Told): SessionRowStore {
  return {
    ...rows,
    create: (session, also) => told(session.id, also, rows.create(session, also)),
    adopt: (session, also) => told(session.id, also, rows.adopt(session, also)),
    append: (added, also) => told(added.id, also, rows.append(added, also)),
    write: (sessionId, also) => told(sessionId, also, rows.write(sessionId, also)),
  }
}

/** Not mkdir's own `recursive`: that never ends where the system refuses a folder as if its parent were missing. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  mkdirSync(path)
}
