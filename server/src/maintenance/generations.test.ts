import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  changeFields,
  createRecord,
  generationOf,
  plainTextOf,
  readRecord,
  recoverWork,
  textFragment,
  writeRichText,
} from '@stip/documents'
import { richText } from '@stip/documents/examples'
import { encodeAnswer, encodeUpdate } from '@stip/sync/protocol'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { aNote } from '../test/a-note.ts'
import { aServer, aSessionInGroups } from '../test/a-server.ts'
import { BoardClient } from '../test/board-client.ts'
import { eventually } from '../test/eventually.ts'
import { Screen } from '../test/screen.ts'
import { makeBackup } from './backup.ts'
import { restoreBackup } from './restore.ts'

const now = new Date(Date.UTC(2026, 4, 12, 21, 30))

describe('who comes back after a backup was put back', () => {
  it('[W10] with a client from elsewhere is sent away, and what was replaced stays away', async () => {
    const { stale, restored } = await aRestoredBoard()
    createRecord(stale.doc, aNote('late', 'Te laat'))
    const again = new BoardClient(restored.socket(), stale.doc)
    expect(await again.closed).toBe(4410)
    const fresh = new BoardClient(restored.socket())
    await fresh.synced
    expect(fresh.notes).toEqual(['shape:before'])

    fresh.write('now')
    const next = new BoardClient(restored.socket(), fresh.doc)
    await next.synced
    expect(next.notes.toSorted()).toEqual(['shape:before', 'shape:now'])
  })

  it.each<[string, boolean, (client: BoardClient, old: Y.Doc) => void]>([
    ['as an update', false, (client, old) => client.say(encodeUpdate(Y.encodeStateAsUpdate(old)))],
    ['as an answer', false, (client, old) => client.say(encodeAnswer(Y.encodeStateAsUpdate(old)))],
    [
      'as a copy on the device that was read late',
      false,
      (client, old) => Y.applyUpdate(client.doc, Y.encodeStateAsUpdate(old), 'copy'),
    ],
    [
      'only what it lacks, from our own client',
      true,
      (client, old) => {
        const known = Y.encodeStateVector(client.doc)
        client.say(encodeUpdate(Y.encodeStateAsUpdate(old, known)))
      },
    ],
    [
      'client by client',
      false,
      (client, old) => {
        for (const [id] of Y.decodeStateVector(Y.encodeStateVector(old))) {
          client.say(encodeUpdate(onlyOf(old, id)))
        }
      },
    ],
  ])(
    '[W30] with nothing, and hands in what was replaced %s, is sent away',
    async (_how, speaksStip, handIn) => {
      const { stale, restored } = await aRestoredBoard('by another too')
      const empty = new BoardClient(restored.socket(speaksStip ? '&stip=1' : ''))
      await empty.synced
      handIn(empty, stale.doc)
      expect(await empty.closed).toBe(4410)
      const fresh = new BoardClient(restored.socket())
      await fresh.synced
      expect(fresh.notes).toEqual(['shape:before'])
      // With what was replaced in its document, it is sent away each time.
      Y.applyUpdate(fresh.doc, Y.encodeStateAsUpdate(stale.doc), fresh)
      const again = new BoardClient(restored.socket(), fresh.doc)
      expect(await again.closed).toBe(4410)
    },
  )

  it('[W30] with nothing, and hands in only what somebody wrote who came after the backup, is sent away', async () => {
    const { stale, screen, restored } = await aRestoredBoard('by another too')
    const empty = new BoardClient(restored.socket())
    await empty.synced
    empty.say(encodeUpdate(onlyOf(stale.doc, screen.doc.clientID)))
    expect(await empty.closed).toBe(4410)
    const fresh = new BoardClient(restored.socket())
    await fresh.synced
    expect(fresh.notes).toEqual(['shape:before'])
  })

  it('[W30] with what was replaced by the restore before this one is sent away', async () => {
    const { stale, screen, restored } = await aRestoredBoard('by another too')
    const between = new BoardClient(restored.socket())
    const other = new BoardClient(restored.socket())
    await Promise.all([between.synced, other.synced])
    between.write('between')
    await eventually(() => expect(other.notes).toContain('shape:between'))
    const again = await restored.putBackAgain()
    for (const clientId of [screen.doc.clientID, between.doc.clientID]) {
      const empty = new BoardClient(again())
      // oxlint-disable-next-line no-await-in-loop
      await empty.synced
      empty.say(
        encodeUpdate(onlyOf(clientId === between.doc.clientID ? between.doc : stale.doc, clientId)),
      )
      // oxlint-disable-next-line no-await-in-loop
      expect(await empty.closed).toBe(4410)
    }
  })

  it('[W10] with our own client brings the own work, and nothing of what was replaced', async () => {
    const { screen, restored } = await aRestoredBoard()
    createRecord(screen.doc, aNote('late', 'Te laat'))
    changeFields(screen.doc, 'shape:before', { xy: [9, 9] })
    const words = textFragment(screen.doc, 'shape:before')
    if (words !== undefined) screen.doc.transact(() => writeRichText(words, richText('Meer')))
    screen.goOnline(restored.url)
    await eventually(() => expect(screen.connection.status).toBe('refused'))
    expect(screen.connection.refusal?.code).toBe(4410)

    const next = restored.newScreen()
    await eventually(() => expect(next.connection.status).toBe('saved'))
    const board = next.doc
    const refused = new Set<string>()
    const lost = recoverWork(screen.stranded, { board, writer: 'person', refused })
    expect(lost).toEqual([])
    expect(namesOn(board)).toEqual(['shape:before', 'shape:late'])
    const record = readRecord(board, 'shape:before')?.record
    expect([record?.['x'], plainTextOf(record?.props['richText'])]).toEqual([9, 'Meer'])
    await eventually(() => expect(next.connection.status).toBe('saved'))
    // The same document comes back as often as it likes.
    next.goOffline()
    await eventually(() => expect(next.connection.status).toBe('offline'))
    next.goOnline()
    await eventually(() => expect(next.connection.status).toBe('saved'))
    expect(next.connection.generation).toBe(generationOf(next.doc))
  })
})

/** A backup with one note was put back; a second note was made since, and two clients saw it. */
async function aRestoredBoard(since: 'by one' | 'by another too' = 'by one') {
  const server = await aServer()
  const { session, inGroups } = await aSessionInGroups(server)
  const [anna] = inGroups
  if (anna === undefined) throw new Error('There are three groups.')
  const path = `/sync/${anna.boardId}?as=facilitator`
  const stale = new BoardClient(session.facilitator.socket(path))
  const screen = new Screen(server.url, anna.boardId, anna.device)
  const seesAll = (...ids: readonly string[]) =>
    eventually(() => {
      expect(namesOn(screen.doc)).toEqual(ids)
      expect(screen.connection.status).toBe('saved')
    })
  await stale.synced
  stale.write('before')
  await seesAll('shape:before')
  const target = join(aFolder(), 'stip.tar')
  await makeBackup(server.dataDir, target, now)
  stale.write('after')
  await seesAll('shape:after', 'shape:before')
  if (since === 'by another too') {
    createRecord(screen.doc, aNote('of-another', 'Van een ander'))
    await seesAll('shape:after', 'shape:before', 'shape:of-another')
    await eventually(() => {
      if (!stale.notes.includes('shape:of-another')) throw new Error('Not here yet.')
    })
  }
  screen.goOffline()
  await server.app.close()
  restoreBackup(server.dataDir, target, now)

  const again = await aServer({}, server.dataDir)
  const device = again.newDevice()
  device.cookie = session.facilitator.cookie
  const person = again.newDevice()
  person.cookie = anna.device.cookie
  return {
    stale,
    screen,
    restored: {
      url: again.url,
      socket: (more = '') => device.socket(path + more),
      putBackAgain: async () => {
        await again.app.close()
        restoreBackup(server.dataDir, target, now)
        const third = await aServer({}, server.dataDir)
        const there = third.newDevice()
        there.cookie = session.facilitator.cookie
        return () => there.socket(path)
      },
      newScreen: () => new Screen(again.url, anna.boardId, person),
    },
  }
}

/** What one client wrote of a document. */
function onlyOf(doc: Y.Doc, clientId: number): Uint8Array {
  const known = Y.decodeStateVector(Y.encodeStateVector(doc))
  known.delete(clientId)
  return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(known))
}

/** The notes of a board that are shown. */
function namesOn(doc: Y.Doc): readonly string[] {
  return [...doc.getMap('records').keys()]
    .filter((id) => {
      const stored = readRecord(doc, id)
      return stored?.record.type === 'note' && !stored.isGone
    })
    .toSorted()
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stip-generations-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
