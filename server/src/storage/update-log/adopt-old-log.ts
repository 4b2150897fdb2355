import type { DatabaseSync } from 'node:sqlite'
import { UpdateLogDamagedError } from '../../errors.ts'
import { beginning, follows, headAfter } from '../log/chain.ts'
import type { StoredRow } from '../log/chain.ts'
import { LogStore } from '../log/log-store.ts'

const ROWS_AT_ONCE = 1000

/**
 * Takes over the boards of a data folder from before boards had a database of their own. A
 * start that was cut off half-way begins anew with what is still in the old place.
 */
export async function adoptOldLog(database: DatabaseSync, folder: string): Promise<void> {
  const old = database
    .prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'updates'`)
    .get()
  if (old === undefined) return
  const boards = database.prepare('SELECT DISTINCT board_id AS id FROM updates').all()
  if (boards.length > 0) {
    const store = LogStore.open(folder)
    try {
      for (const { id } of boards) {
        // oxlint-disable-next-line no-await-in-loop
        await adoptBoard(database, store, String(id))
      }
    } finally {
      store.close()
    }
  }
  database.exec('DROP TABLE updates')
}

async function adoptBoard(database: DatabaseSync, store: LogStore, boardId: string): Promise<void> {
  const rows = database
    .prepare(
      'SELECT seq, author, bytes, crc, previous FROM updates WHERE board_id = ? ORDER BY seq',
    )
    .all(boardId) as unknown as StoredRow[]
  let head = beginning
  for (const row of rows) {
    if (!follows(boardId, row, head)) throw new UpdateLogDamagedError(boardId, row.seq)
    head = headAfter(row)
  }
  const done = store.read(boardId).head.seq
  for (let from = done; from < rows.length; from += ROWS_AT_ONCE) {
    const entries = rows
      .slice(from, from + ROWS_AT_ONCE)
      .map(({ author, bytes }) => ({ author, update: bytes }))
    // oxlint-disable-next-line no-await-in-loop
    await store.append([{ boardId, entries }])
  }
}
