import type { MomentsAnswer } from '@stip/api'
import { describe, expect, it } from 'vitest'
import { aServer, aSessionInGroups } from '../test/a-server.ts'
import { BoardClient } from '../test/board-client.ts'
import { eventually } from '../test/eventually.ts'

describe('putting a board back', () => {
  it('[Y5] [Y7] puts it back for everybody, and takes that back', async () => {
    const { session, board, watching, boardId, write, momentNow } = await aBoardAtWork()
    await write('een')
    const moment = await momentNow()
    board.change('shape:een', { 'p.color': 'red' })
    await write('twee')
    const { restore } = await session.command({ type: 'restore-board', boardId, moment })
    expect(restore).toMatchObject({ changed: 2 })
    await eventually(() => {
      expect(board.notes).toEqual(['shape:een'])
      expect(watching.fieldOf('shape:een', 'color')).toBe('yellow')
    })
    await write('drie')
    await session.command({ type: 'undo-restore', boardId, moment: restore?.moment ?? 0 })
    await eventually(() => {
      expect(board.notes).toEqual(['shape:drie', 'shape:een', 'shape:twee'])
      expect(watching.fieldOf('shape:een', 'color')).toBe('red')
    })
    expect(
      await refusedCommand(session, { type: 'undo-restore', boardId, moment: restore?.moment }),
    ).toMatchObject({ code: 'nothing-to-undo' })
  })

  it('[Y5] [Y7] keeps the board just before, to go back to', async () => {
    const { session, board, boardId, write, momentNow } = await aBoardAtWork()
    await write('een')
    const moment = await momentNow()
    await write('twee')
    const { restore } = await session.command({ type: 'restore-board', boardId, moment })
    await eventually(() => expect(board.notes).toEqual(['shape:een']))
    const { moments } = await session.facilitator.get<MomentsAnswer>(
      `/api/boards/${boardId}/moments?as=facilitator`,
    )
    expect(moments.at(-1)).toMatchObject({ number: restore?.moment, reason: { kind: 'restore' } })
    await session.command({ type: 'restore-board', boardId, moment: restore?.moment ?? 0 })
    await eventually(() => expect(board.notes).toEqual(['shape:een', 'shape:twee']))
  })

  it('[Y5] keeps nothing when the board already is as it was', async () => {
    const { session, boardId, write, momentNow } = await aBoardAtWork()
    await write('een')
    const moment = await momentNow()
    const { restore } = await session.command({ type: 'restore-board', boardId, moment })
    expect(restore).toMatchObject({ changed: 0 })
    expect(await momentNow()).toBe(moment)
  })

  it('[Y5] carries a command out once, also when it comes again', async () => {
    const { session, board, boardId, write, momentNow } = await aBoardAtWork()
    await write('een')
    const moment = await momentNow()
    await write('twee')
    const command = { type: 'restore-board', boardId, moment } as const
    const first = await session.command(command, 'one-and-the-same')
    await write('drie')
    expect(await session.command(command, 'one-and-the-same')).toEqual(first)
    expect(board.notes).toContain('shape:drie')
  })

  it('[Y5] is for the facilitator, and for boards and moments that are there', async () => {
    const { session, person, boardId, write, momentNow, foreignBoardId } = await aBoardAtWork()
    await write('een')
    const moment = await momentNow()
    const body = {
      key: 'a-participant',
      seenRevision: 0,
      command: { type: 'restore-board', boardId, moment },
    }
    expect(
      await person.postRefused(`/api/sessions/${session.id}/commands?as=facilitator`, body),
    ).toMatchObject({ status: 403, code: 'not-allowed' })
    const again = { type: 'restore-board', boardId, moment }
    expect(await refusedCommand(session, { ...again, moment: 99 })).toMatchObject({
      status: 404,
      code: 'no-such-moment',
    })
    expect(await refusedCommand(session, { ...again, boardId: foreignBoardId })).toMatchObject({
      status: 404,
      code: 'no-such-board',
    })
    await session.command({ type: 'end-session' })
    expect(await refusedCommand(session, again)).toMatchObject({
      status: 409,
      code: 'session-is-over',
    })
  })

  it('[Y6] loses nothing of who was away', async () => {
    const { session, person, board, boardId, write, momentNow, watching } = await aBoardAtWork()
    await write('een')
    const moment = await momentNow()
    await write('twee')
    board.socket.terminate()
    await board.closed
    board.write('zonder-lijn')
    board.change('shape:een', { 'p.color': 'green' })
    board.change('shape:twee', { 'p.color': 'blue' })
    await session.command({ type: 'restore-board', boardId, moment })
    const back = new BoardClient(person.socket(`/sync/${boardId}?as=participant`), board.doc)
    await back.synced
    await eventually(() => expect(watching.notes).toEqual(['shape:een', 'shape:zonder-lijn']))
    expect(watching.fieldOf('shape:een', 'color')).toBe('green')
    const hidden = watching.records.find(({ record }) => record.id === 'shape:twee')
    expect(hidden).toMatchObject({ isGone: true })
    expect(watching.fieldOf('shape:twee', 'color')).toBe('blue')
  })

  it('[Y10] lets another bring back what somebody deleted, but no reader', async () => {
    const { session, other, board, watching, boardId, write } = await aBoardAtWork()
    await write('een')
    board.change('shape:een', { gone: true })
    await eventually(() => expect(watching.notes).toEqual([]))
    await session.command({ type: 'spotlight', boardId })
    const reader = new BoardClient(other.socket(`/sync/${boardId}?as=participant`))
    await reader.synced
    reader.change('shape:een', { gone: false })
    expect(await reader.closed).toBe(4403)
    expect(watching.notes).toEqual([])
    watching.change('shape:een', { gone: false })
    await eventually(() => expect(board.notes).toEqual(['shape:een']))
  })
})

/** A group board with somebody at work on it. */
async function aBoardAtWork() {
  const server = await aServer()
  const { session, inGroups } = await aSessionInGroups(server)
  const { inGroups: foreign } = await aSessionInGroups(server)
  const [first, second] = inGroups
  if (first === undefined || second === undefined) throw new Error('There are three groups.')
  const { boardId } = first
  const board = new BoardClient(first.device.socket(`/sync/${boardId}?as=participant`))
  const watching = new BoardClient(session.facilitator.socket(`/sync/${boardId}?as=facilitator`))
  await Promise.all([board.synced, watching.synced])
  const moments = async () => {
    const path = `/api/boards/${boardId}/moments?as=facilitator`
    return (await session.facilitator.get<MomentsAnswer>(path)).moments
  }
  return {
    session,
    boardId,
    foreignBoardId: foreign[0]?.boardId ?? '',
    person: first.device,
    other: second.device,
    board,
    watching,
    write: async (name: string) => {
      board.write(name)
      await eventually(() => expect(watching.notes).toContain(`shape:${name}`))
    },
    /** Ten minutes later; gives the number of the moment that was kept by then. */
    momentNow: async (): Promise<number> => {
      server.pass(600_000)
      await eventually(async () => expect(await moments()).not.toEqual([]))
      return (await moments()).at(-1)?.number ?? 0
    },
  }
}

async function refusedCommand(
  { id, facilitator, view }: Awaited<ReturnType<typeof aBoardAtWork>>['session'],
  command: object,
) {
  const { sessionRevision } = await view()
  return facilitator.postRefused(`/api/sessions/${id}/commands?as=facilitator`, {
    key: `refused-${sessionRevision}-${JSON.stringify(command).length}`,
    seenRevision: sessionRevision,
    command,
  })
}
