import { join } from 'node:path'
import { adoptOldLog } from '../update-log/adopt-old-log.ts'
import { openDatabase, SESSIONS_COUNTER_FILE } from '../database/database.ts'
import { Tables } from './tables.ts'

/**
 * Opens the tables of sessions in a data folder. That costs the same however much they hold.
 *
 * @throws {SessionsDamagedError} When changes that were stored are gone.
 * @throws {Error} When the files cannot be opened.
 */
export async function openTables(folder: string): Promise<Tables> {
  const database = openDatabase(join(folder, 'stip.sqlite'), join(folder, SESSIONS_COUNTER_FILE))
  try {
    await adoptOldLog(database, folder)
    return new Tables(database, join(folder, 'assets'))
  } catch (error) {
    database.close()
    throw error
  }
}
