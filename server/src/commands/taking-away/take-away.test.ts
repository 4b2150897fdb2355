import { describe, expect, it } from 'vitest'
import { aRemark, bytesOf, REASON as reason } from '../../test/a-remark.ts'
import type { aSessionInGroups } from '../../test/a-server.ts'
import { BoardClient } from '../../test/board-client.ts'
import { refused } from '../../test/device.ts'
import { eventually } from '../../test/eventually.ts'

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
      { device: person, as: 'participant', command, status: 403 },
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

function placeOf(client: BoardClient): unknown {
  const note = client.records.find(({ record }) => record.id === 'shape:jan')?.record
  return [note?.['x'], note?.['y']]
}
