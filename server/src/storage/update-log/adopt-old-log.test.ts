import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { beginning, checksumOf, headAfter } from '../log/chain.ts'
import type { Row } from '../log/chain.ts'
import { LogStore } from '../log/log-store.ts'
import { migrations } from '../database/migrations.ts'
import { openStorage } from '../storage.ts'

describe('a data folder from before boards had a database of their own', () => {
  it('[W13] brings its boards along, once', async () => {
    const folder = anOldFolder()
    for (let times = 0; times < 2; times++) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await numbersIn(folder, 'noord')).toEqual([1, 2, 3])
    }
    expect(await numbersIn(folder, 'zuid')).toEqual([4])
  })

  it('[W13] goes on where it was cut off half-way', async () => {
    const folder = anOldFolder()
    const store = LogStore.open(folder)
    await store.append([
      { boardId: 'noord', entries: [{ author: 'anna', update: Uint8Array.of(1) }] },
      { boardId: 'zuid', entries: [{ author: 'anna', update: Uint8Array.of(4) }] },
    ])
    store.close()
    expect(await numbersIn(folder, 'noord')).toEqual([1, 2, 3])
    expect(await numbersIn(folder, 'zuid')).toEqual([4])
  })

  it('[W13] does not start when a row is not as it was written', async () => {
    const folder = anOldFolder()
    inOldDatabase(folder, (database) => {
      database.exec(`UPDATE updates SET bytes = x'63' WHERE board_id = 'noord' AND seq = 2`)
    })
    await expect(openStorage(folder)).rejects.toThrow(
      expect.objectContaining({ code: 'STIP_LOG_DAMAGED', boardId: 'noord', seq: 2 }),
    )
  })
})

/** Three changes on one board and one on another, as they were kept then. */
function anOldFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stip-old-log-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  inOldDatabase(folder, (database) => {
    database.exec(`${migrations[0]}; PRAGMA user_version = 1`)
    const insert = database.prepare('INSERT INTO updates VALUES (?, ?, ?, ?, ?, ?)')
    for (const [boardId, numbers] of [
      ['noord', [1, 2, 3]],
      ['zuid', [4]],
    ] as const) {
      let head = beginning
      for (const number of numbers) {
        const bytes = Uint8Array.of(number)
        const row: Row = { seq: head.seq + 1, author: 'anna', bytes, previous: head.hash }
        insert.run(boardId, row.seq, 'anna', bytes, checksumOf(boardId, row), row.previous)
        head = headAfter(row)
      }
    }
  })
  return folder
}

function inOldDatabase(folder: string, work: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(join(folder, 'stip.sqlite'))
  work(database)
  database.close()
}

async function numbersIn(folder: string, boardId: string): Promise<readonly unknown[]> {
  const storage = await openStorage(folder)
  try {
    const entries = await storage.updateLog.read(boardId)
    return entries.map(({ update }) => update[0])
  } finally {
    await storage.close()
  }
}
