import type { MomentsAnswer } from '@stip/api'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { aServer, aSessionInGroups } from '../test/a-server.ts'
import { BoardClient } from '../test/board-client.ts'
import { refused } from '../test/device.ts'
import { eventually } from '../test/eventually.ts'

const words = 'Jan uit de Kerkstraat'
const reason = 'Hierin herken je iemand.'

describe('taking a remark away', () => {
  it('[K20] takes it from every screen and board, moments and files, and from who comes later', async () => {
    const { session, board, watching, boardId, momentNow, takeAway } = await aRemark()
    const copies = await merged(session)
    // It is there before, or that it is away says nothing.
    await eventually(() => expect(bytesOf(copies)).toContain('Kerkstraat'))
    const moment = await momentNow()
    await takeAway()
    await eventually(() => {
      for (const each of [board, watching, copies]) {
        expect(each.notes).toEqual([])
        expect(bytesOf(each)).not.toContain('Kerkstraat')
      }
    })
    const later = new BoardClient(session.facilitator.socket(`/sync/${boardId}?as=facilitator`))
    await later.synced
    expect(bytesOf(later)).not.toContain('Kerkstraat')
    for (const path of [`moments/${moment}`, 'export.json', 'export.csv', 'export.tldr']) {
      const address = `/api/boards/${boardId}/${path}?as=facilitator`
      // oxlint-disable-next-line no-await-in-loop
      expect(await (await session.facilitator.ask(address)).text()).not.toContain('Kerkstraat')
    }
  })

  it('[K21] is told with the reason to who wrote it and to nobody else, in an anonymous step too', async () => {
    const { session, person, other, takeAway } = await aRemark()
    expect((await session.view()).showsNames).toBe(false)
    const id = await takeAway()
    expect((await session.view(person, 'participant')).takenAway).toEqual([{ id, reason }])
    expect((await session.view(other, 'participant')).takenAway).toBeUndefined()
    const asFacilitator = await session.view()
    expect(asFacilitator.takenAway).toEqual([{ id, reason }])
    expect(JSON.stringify(asFacilitator.takenAway)).not.toContain('person')
  })

  it('[K22] is put back as it was, and told to nobody any more', async () => {
    const { session, board, watching, person, takeAway } = await aRemark()
    board.change('shape:jan', { xy: [300, 400] })
    await eventually(() => expect(placeOf(watching)).toEqual([300, 400]))
    const copies = await merged(session)
    const id = await takeAway()
    await eventually(() => expect(board.notes).toEqual([]))
    await session.command({ type: 'put-back', id })
    await eventually(() => {
      expect(board.notes).toEqual(['shape:jan'])
      expect(bytesOf(copies)).toContain('Kerkstraat')
      expect(placeOf(board)).toEqual([300, 400])
    })
    expect((await session.view(person, 'participant')).takenAway).toBeUndefined()
  })

  it('[K23] stays away when the board is put back to a moment, merged again, or opened anew', async () => {
    const { server, session, board, boardId, momentNow, takeAway } = await aRemark()
    const moment = await momentNow()
    await takeAway()
    await eventually(() => expect(board.notes).toEqual([]))
    await session.command({ type: 'restore-board', boardId, moment })
    await session.command({ type: 'merge' })
    expect(board.notes).toEqual([])
    expect((await merged(session)).notes).toEqual([])
    const again = await server.restart()
    const later = again.newDevice()
    later.cookie = session.facilitator.cookie
    const reader = new BoardClient(later.socket(`/sync/${boardId}?as=facilitator`))
    await reader.synced
    expect(bytesOf(reader)).not.toContain('Kerkstraat')
  })

  it('[K24] is for the facilitator, of what people made, with a reason', async () => {
    const { session, person, boardId } = await aRemark()
    const command = { type: 'take-away', boardId, recordId: 'shape:jan', reason }
    const tries = [
      { device: person, as: 'facilitator', command, status: 403 },
      { device: person, as: 'participant', command, status: 400 },
      {
        device: session.facilitator,
        as: 'facilitator',
        command: { ...command, reason: ' ' },
        status: 400,
      },
      {
        device: session.facilitator,
        as: 'facilitator',
        command: { ...command, recordId: 'shape:nooit' },
        status: 404,
      },
    ]
    const { sessionRevision: seenRevision } = await session.view()
    for (const [number, { device, as, command: asked, status }] of tries.entries()) {
      const path = `/api/sessions/${session.id}/commands?as=${as}`
      const body = JSON.stringify({ key: `try-away-${number}`, seenRevision, command: asked })
      // oxlint-disable-next-line no-await-in-loop
      const answer = await device.ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      // oxlint-disable-next-line no-await-in-loop
      expect({ number, ...(await refused(answer)) }).toMatchObject({ number, status })
    }
  })
})

async function aRemark() {
  const server = await aServer()
  const { session, inGroups } = await aSessionInGroups(server)
  const [first, second] = inGroups
  if (first === undefined || second === undefined) throw new Error('There are three groups.')
  const { boardId } = first
  const board = new BoardClient(first.device.socket(`/sync/${boardId}?as=participant`))
  const watching = new BoardClient(session.facilitator.socket(`/sync/${boardId}?as=facilitator`))
  await Promise.all([board.synced, watching.synced])
  board.write('jan', words)
  await eventually(() => expect(watching.notes).toEqual(['shape:jan']))
  return {
    server,
    session,
    boardId,
    board,
    watching,
    person: first.device,
    other: second.device,
    takeAway: async () => {
      const command = { type: 'take-away', boardId, recordId: 'shape:jan', reason } as const
      return (await session.command(command)).takenAway?.id ?? ''
    },
    /** Ten minutes later; gives the number of the moment that was kept by then. */
    momentNow: async (): Promise<number> => {
      const path = `/api/boards/${boardId}/moments?as=facilitator`
      const moments = async () => (await session.facilitator.get<MomentsAnswer>(path)).moments
      server.pass(600_000)
      await eventually(async () => expect(await moments()).not.toEqual([]))
      return (await moments()).at(-1)?.number ?? 0
    },
  }
}

type Session = Awaited<ReturnType<typeof aSessionInGroups>>['session']

/** A board to which a merge brings everything, after one: all boards beside each other. */
async function merged(session: Session): Promise<BoardClient> {
  await session.command({ type: 'merge' })
  const copies = (await session.view()).boards.find(({ kind }) => kind === 'side-by-side')
  const path = `/sync/${copies?.id ?? ''}?as=facilitator`
  const client = new BoardClient(session.facilitator.socket(path))
  await client.synced
  return client
}

/** All bytes of a board as letters. */
function bytesOf({ doc }: BoardClient): string {
  return new TextDecoder('latin1').decode(Y.encodeStateAsUpdate(doc))
}

function placeOf(client: BoardClient): unknown {
  const note = client.records.find(({ record }) => record.id === 'shape:jan')?.record
  return [note?.['x'], note?.['y']]
}
