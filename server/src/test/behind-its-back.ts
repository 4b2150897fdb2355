import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Waits for whoever writes at that moment, in milliseconds; no verdict on speed. */
const PATIENCE_MS = 60_000

/** The database of the boards as a second program opens it. The caller closes it. */
export function boardsDatabase(folder: string): DatabaseSync {
  return new DatabaseSync(join(folder, 'boards.sqlite'), { timeout: PATIENCE_MS })
}

/** Changes the database of the boards as a second program would. */
export function behindItsBack(folder: string, sql: string): void {
  const database = boardsDatabase(folder)
  database.exec(sql)
  database.close()
}
