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
import { describe, expect, it, onTestFinished } from 'vitest'
import type * as Y from 'yjs'
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
async function aRestoredBoard() {
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
      socket: () => device.socket(path),
      newScreen: () => new Screen(again.url, anna.boardId, person),
    },
  }
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
