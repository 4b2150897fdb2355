import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { whyItCannotStart } from '../../start-problems.ts'
import { aServer, aSessionInGroups } from '../../test/a-server.ts'
import { eventually } from '../../test/eventually.ts'
import { openStorage } from '../storage.ts'
import type { Storage } from '../storage.ts'
import { verifyFolder } from '../verify.ts'
import { CommitCounter } from './commit-counter.ts'

describe('what is stored of sessions and people', () => {
  it('[W12] opens as often as one likes when nothing is the matter', async () => {
    const folder = await aStoppedFolder()
    for (let times = 0; times < 3; times++) {
      // oxlint-disable-next-line no-await-in-loop
      await (await openStorage(folder)).close()
    }
    expect(verifyFolder(folder, false).findings).toEqual([])
  })

  it.each([
    ['a word in a session', "UPDATE sessions SET state = replace(state, 'Visie', 'Visje')"],
    ['of which link a grant is', 'UPDATE grants SET link_version = link_version + 1'],
    ['whose grant it is', "UPDATE grants SET role = 'facilitator' WHERE role = 'participant'"],
    ['a row that is gone', 'DELETE FROM grants WHERE rowid = 2'],
    [
      'a row that came',
      "INSERT INTO join_codes SELECT code || 'X', session_id, 1, 0 FROM join_codes",
    ],
  ])(
    '[W12] [W14] finds what something else wrote in it, and serves nothing after that: %s',
    async (_what, sql) => {
      const folder = await aStoppedFolder()
      const database = new DatabaseSync(join(folder, 'stip.sqlite'))
      database.exec(sql)
      database.close()
      const { storage, damage } = await checked(folder)
      expect(damage).toMatchObject({ code: 'STIP_SESSIONS_DAMAGED' })
      await expect(storage.facts.find('seen-at')).rejects.toThrow('damaged')
      expect(verifyFolder(folder, false).findings).toContainEqual(
        expect.objectContaining({ kind: 'file', file: 'stip.sqlite' }),
      )
    },
  )

  it.each([
    [
      'a session',
      "UPDATE sessions SET state = replace(state, 'Visie', 'Visje')",
      (storage: Storage, { id }: Ids) => storage.sessions.read(id),
    ],
    [
      'what happened in it',
      'UPDATE session_events SET at = at + 1 WHERE sequence = 2',
      (storage: Storage, { id }: Ids) => storage.sessions.read(id),
    ],
    [
      'a grant',
      "UPDATE grants SET role = 'facilitator' WHERE role = 'participant'",
      (storage: Storage, { device }: Ids) => storage.grants.ofDevice(device),
    ],
    [
      'a code',
      'UPDATE join_codes SET expires_at = expires_at + 1',
      (storage: Storage, { id }: Ids) => storage.entries.currentCode(id),
    ],
  ])(
    '[W12] [W14] never serves %s that is damaged, also before it looked',
    async (_what, sql, ask) => {
      const folder = await aStoppedFolder()
      const database = new DatabaseSync(join(folder, 'stip.sqlite'))
      const participant = database
        .prepare(
          `SELECT device_hash AS device, session_id AS id FROM grants WHERE role = 'participant'`,
        )
        .get() as unknown as Ids
      database.exec(sql)
      database.close()
      const damaged = vi.fn<(error: Error) => void>()
      const storage = await openStorage(folder, { onDamage: damaged })
      onTestFinished(() => storage.close())
      await expect(ask(storage, participant)).rejects.toThrow('damaged')
      expect(damaged).toHaveBeenCalledOnce()
      await expect(storage.facts.find('seen-at')).rejects.toThrow('damaged')
    },
  )

  it('[W12] [W14] finds a bit that flipped in what it holds, and a file that is torn', async () => {
    const folder = await aStoppedFolder()
    const path = join(folder, 'stip.sqlite')
    const whole = readFileSync(path)
    // The title in the state of a session; SQLite may have left it in room that is free again, too.
    const title = 'Visie Sterrenveld'
    const flipped = Buffer.from(whole)
    const places: number[] = []
    for (let at = whole.indexOf(title); at >= 0; at = whole.indexOf(title, at + 1)) places.push(at)
    expect(places).not.toEqual([])
    for (const at of places) flipped[at] = (flipped[at] ?? 0) ^ 1
    writeFileSync(path, flipped)
    expect(await whyItStops(folder)).toContain('npm run restore')
    writeFileSync(path, whole.subarray(0, whole.length - 5000))
    expect(await whyItStops(folder)).toContain('npm run restore')
    writeFileSync(path, Buffer.from('dit is geen database, maar iets anders'.repeat(200)))
    expect(await whyItStops(folder)).toContain('npm run restore')
    writeFileSync(path, whole)
    const { storage, damage } = await checked(folder)
    expect(damage).toBeUndefined()
    expect(await storage.facts.find('seen-at')).toBeDefined()
  })

  it('[W12] gets its sums when it comes from before there were any', async () => {
    const folder = await aStoppedFolder()
    rmSync(join(folder, 'stip.witness'))
    const database = new DatabaseSync(join(folder, 'stip.sqlite'))
    database.exec(`
      PRAGMA user_version = 2;
      DROP TABLE sums; DROP TABLE answers; DROP TABLE asset_sizes; DROP TABLE facts;
      DROP TABLE session_events; DROP TABLE counting_sessions; DROP TABLE image_boards;
      DROP TABLE versions; DROP TABLE version_pictures;
      ALTER TABLE sessions DROP COLUMN sequence;
      ALTER TABLE links ADD note TEXT;
      ALTER TABLE merges DROP COLUMN packed; ALTER TABLE moments DROP COLUMN packed;
      ALTER TABLE merges DROP COLUMN beside
    `)
    database.close()
    await (await openStorage(folder)).close()
    await (await openStorage(folder)).close()
    expect(verifyFolder(folder, false).findings).toEqual([])
  })

  it('[W12] notices that its write-ahead log lost what was answered', async () => {
    const server = await aServer()
    const { session } = await aSessionInGroups(server)
    await session.command({ type: 'show-names', on: true })
    const stored = join(server.dataDir, 'stip.witness')
    const before = CommitCounter.seen(stored)
    await session.command({ type: 'show-names', on: false })
    await eventually(() => expect(CommitCounter.seen(stored)).toBeGreaterThan(before))
    const died = aFolder()
    cpSync(server.dataDir, died, { recursive: true })
    truncateSync(join(died, 'stip.sqlite-wal'), 40_000)
    rmSync(join(died, 'stip.sqlite-shm'))
    await expect(openStorage(died)).rejects.toThrow('changes are gone')
    rmSync(join(died, 'stip.witness'))
    await (await openStorage(died)).close()
  })
})

/** A participant. */
interface Ids {
  readonly id: string
  readonly device: Uint8Array
}

/** What a folder says once all of it was looked through. */
async function checked(
  folder: string,
): Promise<{ readonly storage: Storage; readonly damage: Error | undefined }> {
  const { promise, resolve } = Promise.withResolvers<Error | undefined>()
  const options = { onDamage: resolve, onUnchecked: resolve, onSound: () => resolve(undefined) }
  const storage = await openStorage(folder, options)
  onTestFinished(() => storage.close())
  storage.checkAll()
  return { storage, damage: await promise }
}

/** Why a server does not start, or stops again. */
async function whyItStops(folder: string): Promise<string> {
  const why = await checked(folder).then(
    async ({ storage, damage }) => {
      await storage.close()
      return damage
    },
    (error: unknown) => error,
  )
  return whyItCannotStart(why, undefined)
}

async function aStoppedFolder(): Promise<string> {
  const server = await aServer()
  await aSessionInGroups(server)
  await server.app.close()
  return server.dataDir
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stip-database-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
