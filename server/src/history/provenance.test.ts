import type { Provenance } from '@stip/api'
import { COPY_OF, copyName } from '@stip/board'
import { createRecord, writeRichText, textFragment } from '@stip/documents'
import { describe, expect, it } from 'vitest'
import { aNote } from '../test/a-note.ts'
import { aServer, aSessionInGroups } from '../test/a-server.ts'
import { BoardClient } from '../test/board-client.ts'
import type { Device } from '../test/device.ts'
import { eventually } from '../test/eventually.ts'

const MINUTE = 60_000

describe('where something comes from', () => {
  it('[Y8] names who made and changed it, and when, in a step with names', async () => {
    const scene = await aBoardAtWork()
    const { session, server, person, observer, board, watching, boardId, write } = scene
    await session.command({ type: 'show-names', on: true })
    await write('een')
    server.pass(MINUTE)
    const made = server.clock.now
    await session.view()
    server.pass(5 * MINUTE)
    watching.change('shape:een', { 'p.color': 'red' })
    await eventually(() => expect(board.fieldOf('shape:een', 'color')).toBe('red'))
    server.pass(MINUTE)
    await session.view()
    const { name, number } = await scene.me()
    const who = { kind: 'person', name, number }
    for (const [device, as] of [
      [session.facilitator, 'facilitator'],
      [person, 'participant'],
      [observer, 'observer'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await provenance(device, boardId, 'shape:een', as)).toEqual({
        isAnonymous: false,
        origins: [],
        changes: [
          { what: 'made', who, at: made },
          { what: 'text', who, at: made },
          { what: 'look', who: { kind: 'facilitator' }, at: made + 6 * MINUTE },
        ],
      })
    }
  })

  it('[Y8] tells nobody who, when or in what order in an anonymous step, also later', async () => {
    const scene = await aBoardAtWork()
    const { session, server, person, observer, board, watching, boardId, write } = scene
    await write('een')
    server.pass(MINUTE)
    await session.command({ type: 'show-names', on: true })
    server.pass(MINUTE)
    const { position } = await session.view()
    await session.command({ type: 'go-to-step', position: position + 1 })
    const silence = { isAnonymous: true, changes: [], origins: [] }
    for (const [device, as] of [
      [session.facilitator, 'facilitator'],
      [person, 'participant'],
      [observer, 'observer'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await provenance(device, boardId, 'shape:een', as)).toEqual(silence)
    }
    await session.view()
    watching.change('shape:een', { 'p.color': 'red' })
    await eventually(() => expect(board.fieldOf('shape:een', 'color')).toBe('red'))
    expect(await provenance(person, boardId, 'shape:een')).toMatchObject({
      isAnonymous: true,
      changes: [{ what: 'look', who: { kind: 'facilitator' } }],
    })
  })

  it('[Y8] does not name what was written just before names went away', async () => {
    const { session, server, person, boardId, write } = await aBoardAtWork()
    await session.command({ type: 'show-names', on: true })
    server.pass(MINUTE)
    await write('een')
    await session.command({ type: 'show-names', on: false })
    expect(await provenance(person, boardId, 'shape:een')).toMatchObject({
      isAnonymous: true,
      changes: [],
    })
  })

  it('[Y8] does not name what was written without a line in an anonymous step', async () => {
    const scene = await aBoardAtWork()
    const { session, person, board, watching, boardId } = scene
    board.socket.terminate()
    await board.closed
    board.write('zonder-lijn')
    await session.command({ type: 'show-names', on: true })
    await session.view()
    const back = new BoardClient(person.socket(`/sync/${boardId}?as=participant`), board.doc)
    await back.synced
    await eventually(() => expect(watching.notes).toEqual(['shape:zonder-lijn']))
    expect(
      await provenance(session.facilitator, boardId, 'shape:zonder-lijn', 'facilitator'),
    ).toEqual({ isAnonymous: true, changes: [], origins: [] })
    back.write('met-lijn')
    await eventually(() => expect(watching.notes).toContain('shape:met-lijn'))
    expect(await provenance(person, boardId, 'shape:met-lijn')).toMatchObject({
      isAnonymous: false,
      changes: [{ what: 'made' }, { what: 'text' }],
    })
  })

  it('[Y8] remembers over a restart what was anonymous', async () => {
    const { session, server, boardId, write } = await aBoardAtWork()
    await write('een')
    await session.command({ type: 'show-names', on: true })
    const again = await server.restart()
    const facilitator = again.newDevice()
    facilitator.cookie = session.facilitator.cookie
    expect(await provenance(facilitator, boardId, 'shape:een', 'facilitator')).toMatchObject({
      isAnonymous: true,
      changes: [],
    })
  })

  it('[Y9] goes back to the note of the group, as far as one may look', async () => {
    const scene = await aBoardAtWork()
    const { session, person, other, board, watching, write, group } = scene
    await write('een')
    await session.command({ type: 'merge' })
    // Where whole boards stand beside each other; the vision collects what groups chose.
    const { boards } = await session.view()
    const visionId = boards.find(({ kind }) => kind === 'side-by-side')?.id ?? ''
    const vision = new BoardClient(session.facilitator.socket(`/sync/${visionId}?as=facilitator`))
    await vision.synced
    await eventually(() => expect(vision.notes).toHaveLength(1))
    const text = textFragment(board.doc, 'shape:een')
    if (text === undefined) throw new Error('A note has a text.')
    board.doc.transact(() => writeRichText(text, aText('Nog meer groen')))
    board.change('shape:een', { 'p.color': 'red' })
    await eventually(() => expect(watching.fieldOf('shape:een', 'color')).toBe('red'))
    const { steps } = await session.view()
    const position = steps.findIndex(({ kind }) => kind !== 'share' && kind !== 'merge')
    await session.command({ type: 'go-to-step', position })
    const copy = vision.notes[0] ?? ''
    const merged = { group, type: 'note', text: 'Meer groen' }
    const own = await provenance(person, visionId, copy)
    expect(own.origins).toEqual([
      { ...merged, textNow: 'Nog meer groen', isWithdrawn: false, isAnonymous: true, changes: [] },
    ])
    const foreign = await provenance(other, visionId, copy)
    expect(foreign.origins).toEqual([
      { ...merged, isWithdrawn: false, isAnonymous: false, changes: [] },
    ])
  })

  it('[Y9] tells others no words that were changed on the board of a group before they were merged', async () => {
    const { session, other, board, boardId, watching, write, group } = await aBoardAtWork()
    await write('eerst')
    const meta = { [COPY_OF]: copyName(boardId, 'shape:eerst') }
    board.doc.transact(() => createRecord(board.doc, aNote('dan', 'Meer groen', meta)))
    const sources = () => watching.records.find(({ record }) => record.id === 'shape:dan')?.sources
    await eventually(() => expect(sources()).toHaveLength(1))
    board.change('shape:eerst', { gone: true })
    const text = textFragment(board.doc, 'shape:dan')
    if (text === undefined) throw new Error('A note has a text.')
    board.doc.transact(() => writeRichText(text, aText('Een boom')))
    await eventually(() => expect(watching.notes).toEqual(['shape:dan']))
    await session.command({ type: 'merge' })
    const { boards } = await session.view()
    const besideId = boards.find(({ kind }) => kind === 'side-by-side')?.id ?? ''
    const beside = new BoardClient(session.facilitator.socket(`/sync/${besideId}?as=facilitator`))
    await beside.synced
    await eventually(() => expect(beside.notes).toHaveLength(1))
    const told = await provenance(other, besideId, beside.notes[0] ?? '')
    expect(told.origins).toEqual([
      {
        group,
        type: 'note',
        text: 'Een boom',
        isWithdrawn: false,
        isAnonymous: false,
        changes: [],
      },
    ])
  })

  it('[Y11] says that a scribe wrote it, of a copy of it too', async () => {
    const { session, person, other, boardId, personId } = await aBoardAtWork()
    await session.command({ type: 'appoint-scribe', personId, on: true })
    const line = new BoardClient(person.socket(`/sync/${boardId}?as=scribe`))
    await line.synced
    line.writeKeyCard('van-zus', 'Een hek', { ofScribe: true })
    const watching = new BoardClient(person.socket(`/sync/${boardId}?as=participant`))
    await eventually(() => expect(watching.notes).toEqual(['shape:van-zus']))
    expect(await provenance(person, boardId, 'shape:van-zus')).toMatchObject({ isOfScribe: true })
    await session.command({ type: 'merge' })
    const { boards } = await session.view()
    const besideId = boards.find(({ kind }) => kind === 'side-by-side')?.id ?? ''
    const beside = new BoardClient(session.facilitator.socket(`/sync/${besideId}?as=facilitator`))
    await eventually(() => expect(beside.notes).toHaveLength(1))
    const copy = beside.notes[0] ?? ''
    const led = await provenance(session.facilitator, besideId, copy, 'facilitator')
    expect(led).not.toHaveProperty('isOfScribe')
    expect(led.origins).toMatchObject([{ text: 'Een hek', isOfScribe: true }])
    const { steps } = await session.view()
    const position = steps.findIndex(({ kind }) => kind !== 'share' && kind !== 'merge')
    await session.command({ type: 'go-to-step', position })
    const foreign = await provenance(other, besideId, copy)
    expect(foreign.origins).toMatchObject([{ text: 'Een hek', isOfScribe: true, changes: [] }])
  })

  it('[Y3] says no to who may not see the board, and knows nothing of what is not there', async () => {
    const { person, other, boardId, write } = await aBoardAtWork()
    await write('een')
    const path = `/api/boards/${boardId}/records/${encodeURIComponent('shape:een')}/provenance`
    expect(await other.getRefused(`${path}?as=participant`)).toMatchObject({
      status: 404,
      code: 'no-such-board',
    })
    expect(await person.getRefused(`${path}?as=facilitator`)).toMatchObject({ status: 403 })
    const nothing = path.replace('een', 'niets')
    expect(await person.getRefused(`${nothing}?as=participant`)).toMatchObject({
      status: 404,
      code: 'no-such-record',
    })
  })
})

/** A group board with somebody at work on it, in an anonymous step. */
async function aBoardAtWork() {
  const server = await aServer()
  const { session, inGroups, visionId } = await aSessionInGroups(server)
  const [first, second] = inGroups
  if (first === undefined || second === undefined) throw new Error('There are three groups.')
  const { boardId, group } = first
  const observer = server.newDevice()
  const { observer: link } = await session.facilitator.get<{ observer: string }>(
    `/api/sessions/${session.id}/links?as=facilitator`,
  )
  const secret = link.slice(link.indexOf('#sleutel=') + '#sleutel='.length)
  await observer.post(`/api/sessions/${session.id}/grants`, { role: 'observer', secret })
  const board = new BoardClient(first.device.socket(`/sync/${boardId}?as=participant`))
  const watching = new BoardClient(session.facilitator.socket(`/sync/${boardId}?as=facilitator`))
  await Promise.all([board.synced, watching.synced])
  return {
    server,
    session,
    boardId,
    visionId,
    group: { letter: group.letter, name: group.name },
    person: first.device,
    personId: first.personId,
    other: second.device,
    observer,
    board,
    watching,
    me: async () => {
      const { people = [] } = await session.view()
      const person = people.find(({ id }) => id === first.personId)
      return { name: person?.name ?? '', number: person?.number ?? 0 }
    },
    write: async (name: string) => {
      board.write(name)
      await eventually(() => expect(watching.notes).toContain(`shape:${name}`))
    },
  }
}

function provenance(
  device: Device,
  boardId: string,
  recordId: string,
  as = 'participant',
): Promise<Provenance> {
  const record = encodeURIComponent(recordId)
  return device.get(`/api/boards/${boardId}/records/${record}/provenance?as=${as}`)
}

function aText(text: string) {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
}
