import { laidOut, ZoneLayout } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import { plainTextOf } from '@stip/documents'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { aServer, aSessionInGroups } from '../../test/a-server.ts'
import { BoardClient } from '../../test/board-client.ts'
import { closeCode } from '../../test/device.ts'
import { eventually } from '../../test/eventually.ts'

describe('a note that a phone sends', () => {
  it('[N1] is on disk when it is answered, in the zone that it names, and everybody sees it', async () => {
    const { anna, zone, send } = await aStepOfNotes()
    const bram = new BoardClient(anna.device.socket(`/sync/${anna.boardId}?as=participant`))
    await bram.synced
    await send('shape:note-of-anna-000001', 'Een bankje bij de speeltuin')
    await eventually(() => expect(onBoard(bram)).toHaveLength(1))
    const [note] = onBoard(bram)
    expect(note).toMatchObject({ id: 'shape:note-of-anna-000001', type: 'note' })
    expect(wordsOf(note)).toBe('Een bankje bij de speeltuin')
    expect(isWithin(note, bram.records.find(({ record }) => record.id === zone)?.record)).toBe(true)
  })

  it('[N2] is one note, however often it is sent', async () => {
    const { anna, send } = await aStepOfNotes()
    await Promise.all([1, 2, 3].map(() => send('shape:note-of-anna-000001', 'Meer groen')))
    await send('shape:note-of-anna-000001', 'Meer groen')
    const bram = new BoardClient(anna.device.socket(`/sync/${anna.boardId}?as=participant`))
    await bram.synced
    expect(onBoard(bram)).toHaveLength(1)
  })

  it('[N3] covers no other, also when many are sent at one moment', async () => {
    const { anna, send } = await aStepOfNotes()
    const count = 12
    await Promise.all(
      Array.from({ length: count }, (_, n) =>
        send(`shape:note-of-anna-0000${10 + n}`, `Idee ${n}`),
      ),
    )
    const bram = new BoardClient(anna.device.socket(`/sync/${anna.boardId}?as=participant`))
    await bram.synced
    const places = onBoard(bram).map(({ x, y }) => JSON.stringify([x, y]))
    expect(new Set(places).size).toBe(count)
  })

  it('[N8] does not have the board laid out anew, and lies in a zone that grew for those before it', async () => {
    const { anna, zone, send } = await aStepOfNotes()
    await send('shape:note-of-anna-000001', 'Het eerste')
    const layingOut = vi.spyOn(ZoneLayout.prototype, 'reset')
    onTestFinished(() => layingOut.mockRestore())
    const ids = Array.from({ length: 40 }, (_, n) => `shape:note-of-anna-0001${10 + n}`)
    await Promise.all(ids.map((id) => send(id, 'Meer groen')))
    expect(layingOut.mock.calls.length).toBeLessThan(4)
    const bram = new BoardClient(anna.device.socket(`/sync/${anna.boardId}?as=participant`))
    await bram.synced
    const shown = laidOut(bram.records.map(({ record }) => record))
    const area = shown.find(({ id }) => id === zone)
    const notes = shown.filter(({ type }) => type === 'note')
    expect(notes.filter((note) => !isWithin(note, area))).toEqual([])
    expect(new Set(notes.map(({ x, y }) => JSON.stringify([x, y]))).size).toBe(41)
  })

  it('[N4] is refused where this person may not write, and in a zone that is not there', async () => {
    const { anna, zone, plenaryId } = await aStepOfNotes()
    const note = { id: 'shape:note-of-anna-000001', zone, words: 'Meer groen' }
    expect(await anna.device.postRefused(notesOf(plenaryId), note)).toMatchObject({
      status: 403,
      code: 'may-not-write',
    })
    const elsewhere = { ...note, zone: 'shape:step-x-y' }
    expect(await anna.device.postRefused(notesOf(anna.boardId), elsewhere)).toMatchObject({
      status: 409,
      code: 'no-such-zone',
    })
  })

  it('[N4] is taken in a zone of a step that began just after somebody sent another', async () => {
    const { session, anna, send } = await aStepOfNotes()
    await send('shape:note-of-anna-000001', 'Meer groen')
    const { steps, position } = await session.view()
    const next = steps.findIndex(({ setting, hasBoard }, at) => {
      return at > position && setting === 'group' && hasBoard
    })
    await session.command({ type: 'go-to-step', position: next })
    const zone = (await session.view()).steps[next]?.zones[0]?.id
    const note = { id: 'shape:note-of-anna-000002', zone, words: 'Minder regels' }
    await anna.device.post(notesOf(anna.boardId), note)
    const reader = new BoardClient(anna.device.socket(`/sync/${anna.boardId}?as=participant`))
    await reader.synced
    expect(reader.notes).toContain('shape:note-of-anna-000002')
  })

  it('[N7] is refused when nobody sees anything of it', async () => {
    const { anna, zone } = await aStepOfNotes()
    for (const words of [' ', '\u200B\u200B', '\uFEFF', '\u00AD \u2060', '\u202E']) {
      const note = { id: 'shape:note-of-anna-000001', zone, words }
      expect(await anna.device.postRefused(notesOf(anna.boardId), note)).toMatchObject({
        code: 'text-missing',
      })
    }
  })

  it('[N6] is written also when another of the same person is refused at that moment', async () => {
    const { anna, zone, send } = await aStepOfNotes()
    // More paragraphs than a note may have.
    const refused = { id: 'shape:note-of-anna-000001', zone, words: 'a\n'.repeat(3999) }
    const answers = await Promise.all([
      anna.device.postRefused(notesOf(anna.boardId), { ...refused, words: `${refused.words}b` }),
      send('shape:note-of-anna-000002', 'Meer groen'),
      send('shape:note-of-anna-000003', 'Meer banken'),
    ])
    expect(answers[0]).toMatchObject({ status: 409, code: 'not-taken' })
    await send(refused.id, 'Korter')
    const bram = new BoardClient(anna.device.socket(`/sync/${anna.boardId}?as=participant`))
    await bram.synced
    expect(bram.notes).toHaveLength(3)
  })

  it('[N9] [P20] is written by a scribe for who has no phone, and says so', async () => {
    const { server, session, anna, zone } = await aStepOfNotes()
    await session.command({ type: 'add-person', name: 'Zus', background: 'resident' })
    const { people = [] } = await session.view()
    const zus = people.find(({ hasPhone }) => !hasPhone)?.id ?? ''
    const groupId = anna.group.id
    await session.command({ type: 'move-person', personId: zus, groupId })
    const path = `/api/boards/${anna.boardId}/notes?as=scribe`
    const note = { id: 'shape:note-of-zus-0000001', zone, words: 'Een hek', for: zus }
    const notAllowed = { status: 403, code: 'not-allowed' }
    expect(await anna.device.postRefused(path, note)).toMatchObject(notAllowed)
    await session.command({ type: 'appoint-scribe', personId: anna.personId, on: true })
    const { writesFor } = await session.view(anna.device, 'participant')
    expect(writesFor).toMatchObject([{ id: zus, name: 'Zus' }])
    await anna.device.post(path, note)
    const board = new BoardClient(anna.device.socket(`/sync/${anna.boardId}?as=scribe`))
    await board.synced
    expect(onBoard(board)).toMatchObject([{ id: note.id, meta: { ofScribe: true } }])
    const noSuchPerson = { status: 409, code: 'no-such-person' }
    for (const whose of [undefined, anna.personId, 'nobody']) {
      // oxlint-disable-next-line no-await-in-loop
      const refused = await anna.device.postRefused(path, { ...note, for: whose })
      expect(refused).toMatchObject(noSuchPerson)
    }
    expect(await anna.device.postRefused(notesOf(anna.boardId), note)).toMatchObject(noSuchPerson)
    // Who is relieved is none at once.
    await session.command({ type: 'appoint-scribe', personId: anna.personId, on: false })
    expect(await board.closed).toBe(4503)
    expect(await anna.device.postRefused(path, note)).toMatchObject(notAllowed)
    expect(await closeCode(anna.device.socket(`/sync/${anna.boardId}?as=scribe`))).toBe(4401)
    const stranger = server.newDevice()
    expect(await stranger.postRefused(path, note)).toMatchObject(notAllowed)
  })

  it('[N5] is written under a client id of its own writer, one for all that they send', async () => {
    const { anna, send } = await aStepOfNotes()
    const bram = new BoardClient(anna.device.socket(`/sync/${anna.boardId}?as=participant`))
    await bram.synced
    const before = bram.doc.store.clients.size
    await send('shape:note-of-anna-000001', 'Meer groen')
    await send('shape:note-of-anna-000002', 'Meer banken')
    await eventually(() => expect(bram.notes).toHaveLength(2))
    expect(bram.doc.store.clients.size).toBe(before + 1)
  })
})

async function aStepOfNotes() {
  const server = await aServer()
  const { session, inGroups, plenaryId } = await aSessionInGroups(server)
  const [anna] = inGroups
  if (anna === undefined) throw new Error('There is nobody.')
  const { steps, position } = await session.view(anna.device, 'participant')
  const zone = steps[position]?.zones[0]?.id ?? ''
  const send = (id: string, words: string): Promise<unknown> =>
    anna.device.post(notesOf(anna.boardId), { id, zone, words })
  return { server, session, anna, zone, plenaryId, send }
}

function onBoard(client: BoardClient): readonly BoardRecord[] {
  return client.records.map(({ record }) => record).filter(({ type }) => type === 'note')
}

function notesOf(boardId: string): string {
  return `/api/boards/${boardId}/notes?as=participant`
}

function wordsOf(record: BoardRecord | undefined): string {
  return plainTextOf(record?.props['richText'])
}

function isWithin(inner: BoardRecord | undefined, outer: BoardRecord | undefined): boolean {
  const [x, y] = [Number(inner?.['x']), Number(inner?.['y'])]
  const [left, top] = [Number(outer?.['x']), Number(outer?.['y'])]
  const { w, h } = (outer?.props ?? {}) as { w: number; h: number }
  return left <= x && x <= left + w && top <= y && y <= top + h
}
