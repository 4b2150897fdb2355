import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeUpdateLog } from '@stip/sync/update-log-contract'
import { describe, expect, it } from 'vitest'
import { openDatabase } from './database.ts'
import { SqliteUpdateLog } from './sqlite-update-log.ts'

describeUpdateLog('SqliteUpdateLog', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'stip-log-')), 'log.sqlite')
  let database = openDatabase(path)
  const log = new SqliteUpdateLog(database)
  return {
    log,
    reopen: async () => {
      await log.close()
      database.close()
      database = openDatabase(path)
      return new SqliteUpdateLog(database)
    },
    damage: async (boardId) => {
      database
        .prepare("UPDATE updates SET bytes = x'00' WHERE board_id = ? AND seq = 2")
        .run(boardId)
    },
    failNextAppend: () => {
      database.exec(`
        CREATE TRIGGER failure BEFORE INSERT ON updates WHEN NEW.bytes = x'03'
        BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`)
    },
  }
})

describe('a row of the log', () => {
  it('[W1] that is missing is noticed', async () => {
    const { log, database } = await aLogOfThree()
    database.exec('DELETE FROM updates WHERE seq = 2')
    await expect(log.read('noord')).rejects.toMatchObject({ code: 'STIP_LOG_DAMAGED' })
  })

  it('[W1] that was exchanged for another with a good checksum is noticed', async () => {
    const { log, database } = await aLogOfThree()
    const other = new SqliteUpdateLog(database)
    await other.append('zuid', [{ author: 'anna', update: Uint8Array.of(9) }])
    database.exec(`
      UPDATE updates SET previous = (SELECT previous FROM updates WHERE board_id = 'zuid')
      WHERE board_id = 'noord' AND seq = 3`)
    await expect(log.read('noord')).rejects.toMatchObject({ code: 'STIP_LOG_DAMAGED' })
  })
})

describe('the database', () => {
  it('[W2] belongs to one server at a time', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'stip-log-')), 'log.sqlite')
    const first = openDatabase(path)
    expect(() => openDatabase(path)).toThrow('database is locked')
    first.close()
    openDatabase(path).close()
  })
})

async function aLogOfThree() {
  const database = openDatabase(':memory:')
  const log = new SqliteUpdateLog(database)
  for (const number of [1, 2, 3]) {
    // In order: the log is about order.
    // oxlint-disable-next-line no-await-in-loop
    await log.append('noord', [{ author: 'anna', update: Uint8Array.of(number) }])
  }
  return { database, log }
}
