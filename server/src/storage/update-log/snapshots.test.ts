import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MANY, ownersOf } from '@stip/sync/update-log'
import type { LogEntry } from '@stip/sync/update-log'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { behindItsBack, boardsDatabase } from '../../test/behind-its-back.ts'
import { SqliteUpdateLog } from './sqlite-update-log.ts'
import { verifyFolder } from '../verify.ts'

const LIMIT = 20

// Every snapshot starts a thread, which takes its time on a busy machine.
describe('a board with a long log', () => {
  it('[L10] reads as one entry and the rest, with who owned which client id', async () => {
    const { log, write, everything } = await aBoard()
    await write(LIMIT)
    await log.compacted()
    await write(3)
    const entries = await log.read('noord')
    expect(entries.map(({ author }) => author)).toEqual([MANY, 'anna', 'bram', 'anna'])
    expect(stateOf(entries)).toEqual(stateOf(everything))
    expect(ownersOf(entries)).toEqual(ownersOf(everything))
    expect(ownersOf(entries)).toEqual(
      new Map([
        [1, 'anna'],
        [2, 'bram'],
      ]),
    )
  })

  it('[L10] takes the work of somebody who was offline while it was folded', async () => {
    const { log, write, everything } = await aBoard()
    await write(5)
    const offline = documentOf(everything)
    offline.getMap('notes').set('kept', 'Een bank')
    offline.getMap('notes').set('taken-back', 'Een muur')
    offline.getMap('notes').delete('taken-back')
    await write(3 * LIMIT)
    await log.compacted()
    const server = documentOf(await log.read('noord'))
    await log.append('noord', [
      { author: 'cato', update: Y.encodeStateAsUpdate(offline, Y.encodeStateVector(server)) },
    ])
    const after = documentOf(await log.read('noord'))
    expect(after.getMap('notes').get('kept')).toBe('Een bank')
    expect(after.getMap('notes').has('taken-back')).toBe(false)
    expect(ownersOf(await log.read('noord')).get(offline.clientID)).toBe('cato')
    expect(after.store.pendingStructs).toBeNull()
  })

  it('[L11] keeps two snapshots and the rows since the older one, and no more', async () => {
    const { folder, log, write } = await aBoard()
    await write(LIMIT)
    await log.compacted()
    expect(kept(folder)).toEqual({ snapshots: [LIMIT], rows: LIMIT })
    await write(LIMIT)
    await log.compacted()
    expect(kept(folder)).toEqual({ snapshots: [LIMIT, 2 * LIMIT], rows: LIMIT })
    await write(LIMIT)
    await log.compacted()
    expect(kept(folder)).toEqual({ snapshots: [2 * LIMIT, 3 * LIMIT], rows: LIMIT })
  })

  it('[L11] is read from the older snapshot when the newer one is damaged, and verify says so', async () => {
    const { folder, log, write, everything } = await aBoard()
    await write(LIMIT)
    await log.compacted()
    await write(LIMIT + 3)
    await log.compacted()
    await log.close()
    behindItsBack(folder, `UPDATE snapshot_parts SET bytes = x'0000' WHERE seq = ${2 * LIMIT + 3}`)
    const again = aLog(folder)
    expect(stateOf(await again.read('noord'))).toEqual(stateOf(everything))
    expect(verifyFolder(folder, true).findings).toEqual([
      { kind: 'snapshot', boardId: 'noord', seq: 2 * LIMIT + 3 },
    ])
  })

  it('[L11] is no damage when a process ended between discarding rows and their snapshot', async () => {
    const { folder, log, write, everything } = await aBoard()
    for (let round = 1; round <= 2; round++) {
      // One after the other: each makes a snapshot.
      // oxlint-disable-next-line no-await-in-loop
      await write(LIMIT)
      // oxlint-disable-next-line no-await-in-loop
      await log.compacted()
    }
    const copy = `INSERT INTO left_over SELECT * FROM snapshots WHERE seq = ${LIMIT}`
    const parts = `INSERT INTO left_over_parts SELECT * FROM snapshot_parts WHERE seq = ${LIMIT}`
    behindItsBack(
      folder,
      `CREATE TABLE left_over AS SELECT * FROM snapshots WHERE 0; ${copy};
       CREATE TABLE left_over_parts AS SELECT * FROM snapshot_parts WHERE 0; ${parts}`,
    )
    await write(LIMIT)
    await log.compacted()
    await log.close()
    behindItsBack(
      folder,
      `INSERT INTO snapshots SELECT * FROM left_over;
       INSERT INTO snapshot_parts SELECT * FROM left_over_parts;
       DROP TABLE left_over; DROP TABLE left_over_parts`,
    )
    expect(kept(folder)).toEqual({ snapshots: [LIMIT, 2 * LIMIT, 3 * LIMIT], rows: LIMIT })
    expect(verifyFolder(folder, true).findings).toEqual([])
    expect(stateOf(await aLog(folder).read('noord'))).toEqual(stateOf(everything))
  })

  it('[L11] discards nothing when both snapshots are damaged, but does not open', async () => {
    const { folder, log, write } = await aBoard()
    for (let round = 1; round <= 3; round++) {
      // One after the other: each makes a snapshot.
      // oxlint-disable-next-line no-await-in-loop
      await write(LIMIT)
      // oxlint-disable-next-line no-await-in-loop
      await log.compacted()
    }
    behindItsBack(folder, "UPDATE snapshots SET owners = '[]'")
    await expect(log.read('noord')).rejects.toMatchObject({ code: 'STIP_LOG_DAMAGED' })
  })

  it('[L11] keeps its rows when they are no updates that can be folded', async () => {
    const folder = aFolder()
    const log = aLog(folder)
    await log.read('noord')
    const entries = Array.from({ length: LIMIT }, () => ({
      author: 'anna',
      update: Uint8Array.of(9),
    }))
    await log.append('noord', entries)
    await log.compacted()
    expect(await log.read('noord')).toEqual(entries)
    expect(kept(folder)).toEqual({ snapshots: [], rows: LIMIT })
  })

  it('[L11] goes on where a process ended while it was folded', async () => {
    const { folder, log, write, everything } = await aBoard()
    await write(LIMIT)
    await log.close()
    const again = aLog(folder)
    await again.read('noord')
    await again.compacted()
    expect(kept(folder)).toEqual({ snapshots: [LIMIT], rows: LIMIT })
    expect(stateOf(await again.read('noord'))).toEqual(stateOf(everything))
  })
})

/** A board on which Anna and Bram write in turn. */
async function aBoard() {
  const folder = aFolder()
  const log = aLog(folder)
  await log.read('noord')
  const docs = [new Y.Doc(), new Y.Doc()] as const
  docs.forEach((doc, place) => (doc.clientID = place + 1))
  const everything: LogEntry[] = []
  const write = async (count: number): Promise<void> => {
    const entries = Array.from({ length: count }, (_, turn): LogEntry => {
      const [doc, author] = turn % 2 === 0 ? [docs[0], 'anna'] : [docs[1], 'bram']
      const before = Y.encodeStateVector(doc)
      const number = everything.length + turn
      doc.getMap('notes').set(`note-${number % 7}`, number)
      return { author, update: Y.encodeStateAsUpdate(doc, before) }
    })
    everything.push(...entries)
    await log.append('noord', entries)
  }
  return { folder, log, write, everything }
}

function aLog(folder: string): SqliteUpdateLog {
  const log = new SqliteUpdateLog(folder, LIMIT)
  onTestFinished(() => log.close())
  return log
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stip-log-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function documentOf(entries: readonly LogEntry[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const { update } of entries) Y.applyUpdate(doc, update)
  })
  return doc
}

function stateOf(entries: readonly LogEntry[]): Uint8Array {
  return Y.encodeStateAsUpdate(documentOf(entries))
}

function kept(folder: string): { snapshots: readonly unknown[]; rows: unknown } {
  const database = boardsDatabase(folder)
  const snapshots = database.prepare('SELECT seq FROM snapshots ORDER BY seq').all()
  const { rows } = database.prepare('SELECT count(*) AS rows FROM updates').get() ?? {}
  database.close()
  return { snapshots: snapshots.map(({ seq }) => seq), rows }
}
