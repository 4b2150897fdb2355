import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { MomentView, SessionView } from '@stip/api'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readConfig } from '../../config.ts'
import { makeBackup } from '../../maintenance/backup.ts'
import { restoreBackup } from '../../maintenance/restore.ts'
import { whyItCannotStart } from '../../start-problems.ts'
import { aServer } from '../../test/a-server.ts'
import type { TestServer } from '../../test/a-server.ts'
import { anEarlierFolder, earlierNames, notesOf, unzipped } from '../../test/an-earlier-folder.ts'
import type { EarlierNotes } from '../../test/an-earlier-folder.ts'
import { BoardClient } from '../../test/board-client.ts'
import type { Device } from '../../test/device.ts'
import { eventually } from '../../test/eventually.ts'
import { openDatabase } from './database.ts'
import { openStorage } from '../storage.ts'
import { verifyFolder } from '../verify.ts'

// The first commit that started, one that was killed when boards had just got a file of their own,
// one that was killed when moments were new, and the one before stored state had a version.
const commits = ['3975916', '9f19b97', '2fd8a22', 'c1d5a8b']

describe.each(commits)('a data folder of %s', (commit) => {
  it('[W40] opens: every session, board, person and photo is there', async () => {
    const notes = notesOf(commit)
    const server = await aServer({}, anEarlierFolder(commit))
    await looksAsItWas(server, notes)
    const image = await facilitatorOf(server, notes, 'drawing').ask(notes.image ?? '')
    expect(image.status).toBe(200)
  })

  it('[W40] goes on where it was: joining, steps, drawing, moments', async () => {
    const notes = notesOf(commit)
    const server = await aServer({}, anEarlierFolder(commit))
    const { waiting, drawing } = notes.sessions
    const [cato] = waiting.participants
    const phone = deviceWith(server, cato?.cookie)
    const own = await phone.get<SessionView>(`/api/sessions/${waiting.id}?as=participant`)
    expect(own.me.person).toMatchObject({ id: cato?.personId, name: 'Cato' })
    const body = { code: waiting.code, name: 'Dirk', background: 'other' }
    await server.newDevice().post('/api/join', body)
    const facilitator = facilitatorOf(server, notes, 'drawing')
    await command(facilitator, drawing.id, { type: 'pause-clock' })
    await command(facilitator, drawing.id, { type: 'only-notes', on: true })
    await command(facilitator, drawing.id, { type: 'go-to-step', position: 6 })
    const view = await viewOf(facilitator, drawing.id)
    expect(view).toMatchObject({ position: 6, notesOnly: true })
    const [boardId = ''] = view.groups.map((group) => group.boardId)
    const board = new BoardClient(facilitator.socket(`/sync/${boardId}?as=facilitator`))
    await board.synced
    board.write('later')
    await command(facilitator, drawing.id, { type: 'go-to-step', position: 7 })
    await eventually(async () => {
      const path = `/api/boards/${boardId}/moments?as=facilitator`
      const { moments } = await facilitator.get<{ moments: MomentView[] }>(path)
      expect(moments.length).toBeGreaterThan(0)
    })
  })

  it('[W40] has a merge that can be undone, and boards that merge', async () => {
    const notes = notesOf(commit)
    const server = await aServer({}, anEarlierFolder(commit))
    const { id } = notes.sessions.merged
    const facilitator = facilitatorOf(server, notes, 'merged')
    await command(facilitator, id, { type: 'undo-merge' })
    const vision = (await viewOf(facilitator, id)).boards.find(({ kind }) => kind === 'vision')
    const board = new BoardClient(facilitator.socket(`/sync/${vision?.id}?as=facilitator`))
    await board.synced
    expect(board.records.filter(({ isGone }) => !isGone)).toEqual([])
    await command(facilitator, id, { type: 'merge' })
    expect((await viewOf(facilitator, id)).merge).toMatchObject({ count: 1, canUndo: true })
    await eventually(() => expect(board.records.some(({ isGone }) => !isGone)).toBe(true))
  })

  it('[W40] verifies before and after, and its backup is the same evening', async () => {
    const notes = notesOf(commit)
    const folder = anEarlierFolder(commit)
    expect(verifyFolder(folder, false).findings).toEqual([])
    const server = await aServer({}, folder)
    await server.app.close()
    expect(verifyFolder(folder, false).findings).toEqual([])
    const backup = join(anEarlierFolder(commit), 'again.tar')
    const made = await makeBackup(folder, backup, new Date(server.clock.now))
    expect(made.verification.findings).toEqual([])
    restoreBackup(folder, backup, new Date(server.clock.now))
    await looksAsItWas(await aServer({}, folder), notes)
  })
})

it('[W40] [SL1] what happens in a session of before is kept behind it, over a restart too', async () => {
  const notes = notesOf('c1d5a8b')
  const server = await aServer({}, anEarlierFolder('c1d5a8b'))
  const { waiting, drawing } = notes.sessions
  const newcomer = { code: waiting.code, name: 'Dirk', background: 'other' }
  await server.newDevice().post('/api/join', newcomer)
  const facilitator = facilitatorOf(server, notes, 'drawing')
  await command(facilitator, drawing.id, { type: 'go-to-step', position: 6 })
  const before = await viewOf(facilitator, drawing.id)
  const next = await server.restart()
  const after = await viewOf(facilitatorOf(next, notes, 'drawing'), drawing.id)
  expect({ ...after, revision: 0, joinUrl: '' }).toEqual({ ...before, revision: 0, joinUrl: '' })
  const { people } = await viewOf(facilitatorOf(next, notes, 'waiting'), waiting.id)
  expect(people?.map(({ name }) => name)).toEqual([...notes.expected.waiting.people, 'Dirk'])
})

it('[W41] a session of a newer Stip is not opened, and the server stops and says so', async () => {
  const folder = anEarlierFolder('c1d5a8b')
  const database = openDatabase(join(folder, 'stip.sqlite'))
  database.exec("UPDATE sessions SET state = json_set(state, '$.version', 999) WHERE rowid = 2")
  const newer = database.prepare('SELECT id FROM sessions WHERE rowid = 2').get()?.['id']
  database.close()
  const { promise, resolve } = Promise.withResolvers<Error>()
  const storage = await openStorage(folder, { onDamage: resolve })
  onTestFinished(() => storage.close())
  await expect(storage.sessions.read(String(newer))).rejects.toThrow('newer version')
  storage.checkAll()
  const config = readConfig({ STIP_DATA_DIR: folder })
  expect(whyItCannotStart(await promise, config)).toContain('een nieuwere Stip')
})

describe('a backup of 9f19b97', () => {
  it('[W40] is put back, and its sessions and boards are there', async () => {
    const folder = anEarlierFolder('c1d5a8b')
    const { replaced, verification } = restoreBackup(
      folder,
      unzipped('9f19b97-backup'),
      new Date(Date.UTC(2026, 4, 12)),
    )
    expect(verification.findings).toEqual([])
    rmSync(replaced ?? '', { recursive: true })
    await looksAsItWas(await aServer({}, folder), notesOf('9f19b97-backup'))
  })
})

async function looksAsItWas(server: TestServer, notes: EarlierNotes): Promise<void> {
  for (const name of earlierNames) {
    const expected = notes.expected[name]
    const { id } = notes.sessions[name]
    const facilitator = facilitatorOf(server, notes, name)
    // oxlint-disable-next-line no-await-in-loop
    const view = await viewOf(facilitator, id)
    expect(view).toMatchObject({
      title: expected.title,
      position: expected.position,
      merge: { count: expected.merges },
    })
    expect(view.people?.map((person) => person.name)).toEqual(expected.people)
    expect(view.endedAt !== undefined).toBe(name === 'ended')
    for (const [boardId, ids] of Object.entries(expected.boards)) {
      const board = new BoardClient(facilitator.socket(`/sync/${boardId}?as=facilitator`))
      // oxlint-disable-next-line no-await-in-loop
      await board.synced
      const there = board.records.filter(({ isGone }) => !isGone).map(({ record }) => record.id)
      expect(there.filter((one) => ids.includes(one)).toSorted()).toEqual(ids)
      // Steps have had a title on their boards since, and get it.
      expect(there.every((one) => ids.includes(one) || one.startsWith('shape:step-'))).toBe(true)
      board.socket.terminate()
    }
  }
}

function facilitatorOf(
  server: TestServer,
  notes: EarlierNotes,
  name: keyof EarlierNotes['sessions'],
): Device {
  return deviceWith(server, notes.sessions[name].facilitator)
}

function deviceWith(server: TestServer, cookie: string | undefined): Device {
  const device = server.newDevice()
  device.cookie = cookie
  return device
}

function viewOf(device: Device, sessionId: string): Promise<SessionView> {
  return device.get(`/api/sessions/${sessionId}?as=facilitator`)
}

let keys = 0
async function command(device: Device, sessionId: string, given: object): Promise<unknown> {
  const { sessionRevision } = await viewOf(device, sessionId)
  const body = { key: `later-key-${keys++}`, seenRevision: sessionRevision, command: given }
  return device.post(`/api/sessions/${sessionId}/commands?as=facilitator`, body)
}
