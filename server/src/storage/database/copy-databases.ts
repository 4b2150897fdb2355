import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { BOARDS_FILE } from '../log/log-tables.ts'

/** The databases of a data folder. */
const files = ['stip.sqlite', BOARDS_FILE]

/**
 * Copies the databases as they are at one moment, also while a server writes them.
 *
 * Sessions before boards, a moment apart: a merge is announced in the sessions before it changes
 * a board, so the copy knows of every merge that it holds.
 *
 * @param target - An existing folder.
 */
export async function copyDatabases(folder: string, target: string): Promise<void> {
  const sources = files
    .filter((name) => existsSync(join(folder, name)))
    .map((name) => ({
      name,
      database: new DatabaseSync(join(folder, name), { readOnly: true, timeout: 5000 }),
    }))
  try {
    // From the first read on, a transaction sees the database as it was then.
    for (const { database } of sources) {
      database.exec('BEGIN; SELECT count(*) FROM sqlite_master')
    }
    for (const { name, database } of sources) {
      // One after the other: both would only compete for the same disk.
      // oxlint-disable-next-line no-await-in-loop
      await backup(database, join(target, name), { rate: PAGES_AT_ONCE })
    }
  } finally {
    for (const { database } of sources) database.close()
  }
}

const PAGES_AT_ONCE = 1024
