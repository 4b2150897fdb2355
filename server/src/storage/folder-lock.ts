import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Says that a data folder is in use. */
export interface FolderLock {
  release(): void
}

/** Whether a folder could not be locked because another Stip has it. */
export function isInUse(error: unknown): boolean {
  return error instanceof Error && /database is locked/.test(error.message)
}

/**
 * Takes a data folder for this process alone. The system lifts the lock when a process dies,
 * however it dies; Node has no file locks of its own, SQLite does.
 *
 * @throws {Error} 'database is locked' when another process has it, or when the folder cannot be written.
 */
export function lockFolder(folder: string): FolderLock {
  const lock = new DatabaseSync(join(folder, 'stip.lock'))
  try {
    // An empty transaction, never ended: the lock is all it is for.
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw error
  }
  return { release: () => lock.close() }
}
