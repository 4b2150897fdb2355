import type { MomentRecords, MomentsAnswer, MomentView } from '@stip/api'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { BoardThread } from '../board-thread/board-thread.ts'
import { aServer, aSessionInGroups } from '../test/a-server.ts'
import type { TestServer } from '../test/a-server.ts'
import { BoardClient } from '../test/board-client.ts'
import type { Device } from '../test/device.ts'
import { eventually } from '../test/eventually.ts'

const MINUTE = 60_000

describe('keeping moments', () => {
  it('[Y1] keeps a board at the end of a step, when something changed', async () => {
    const { session, write, moments, boardId, otherBoardId } = await aBoardAtWork()
    await write('een')
    const { steps, position } = await session.view()
    await session.command({ type: 'go-to-step', position: position + 1 })
    await eventually(async () => expect(await moments()).toHaveLength(1))
    const title = steps[position]?.title
    expect((await moments())[0]).toMatchObject({ number: 1, reason: { kind: 'step', title } })
    await session.command({ type: 'go-to-step', position: position + 2 })
    await write('twee')
    await session.command({ type: 'go-to-step', position: position + 1 })
    await eventually(async () => expect(await moments()).toHaveLength(2))
    expect(await moments(otherBoardId)).toEqual([])
    expect(boardId).not.toBe(otherBoardId)
  })

  it('[Y1] keeps a board ten minutes after the first change, once', async () => {
    const { server, write, moments } = await aBoardAtWork()
    await write('een')
    server.pass(9 * MINUTE)
    await write('twee')
    expect(await moments()).toEqual([])
    server.pass(1 * MINUTE)
    await eventually(async () => expect(await moments()).toHaveLength(1))
    expect((await moments())[0]).toMatchObject({
      reason: { kind: 'minutes' },
      at: server.clock.now,
    })
    server.pass(60 * MINUTE)
    await server.app.ready()
    expect(await moments()).toHaveLength(1)
  })

  it('[Y1] keeps boards and vision after a merge, and at the end', async () => {
    const { session, write, moments, visionId } = await aBoardAtWork()
    await write('een')
    await session.command({ type: 'merge' })
    await eventually(async () => {
      expect((await moments(visionId)).at(-1)?.reason).toEqual({ kind: 'merge', number: 1 })
      expect((await moments()).at(-1)?.reason).toEqual({ kind: 'merge', number: 1 })
    })
    await write('twee')
    await session.command({ type: 'end-session' })
    await eventually(async () =>
      expect((await moments()).map(({ reason }) => reason.kind)).toEqual(['merge', 'end']),
    )
  })

  it('[Y1] keeps after a restart what was changed before it', async () => {
    const { server, session, boardId, write } = await aBoardAtWork()
    await write('een')
    const again = await server.restart()
    const facilitator = onServer(again, session.facilitator)
    const board = new BoardClient(facilitator.socket(`/sync/${boardId}?as=facilitator`))
    await board.synced
    again.pass(10 * MINUTE)
    const moments = () => listOf(facilitator, boardId)
    await eventually(async () => expect(await moments()).toHaveLength(1))
    const third = await again.restart()
    const later = onServer(third, session.facilitator)
    expect(await listOf(later, boardId)).toHaveLength(1)
  })
})

describe('looking at moments', () => {
  it('[Y3] shows what stood there to whoever may read the board', async () => {
    const { session, person, other, observer, write, nextStep, boardId } = await aBoardAtWork()
    await write('een')
    await nextStep()
    await write('twee')
    for (const [device, as] of [
      [session.facilitator, 'facilitator'],
      [person, 'participant'],
      [observer, 'observer'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const { records } = await device.get<MomentRecords>(
        `/api/boards/${boardId}/moments/1?as=${as}`,
      )
      const notes = records.filter(({ record, isGone }) => record['type'] === 'note' && !isGone)
      expect(notes.map(({ record }) => record['id'])).toEqual(['shape:een'])
    }
    for (const path of ['moments', 'moments/1']) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await other.getRefused(`/api/boards/${boardId}/${path}?as=participant`)).toMatchObject(
        {
          status: 404,
          code: 'no-such-board',
        },
      )
      // oxlint-disable-next-line no-await-in-loop
      expect(
        await person.getRefused(`/api/boards/${boardId}/${path}?as=facilitator`),
      ).toMatchObject({ status: 403, code: 'not-allowed' })
    }
    expect(
      await person.getRefused(`/api/boards/${boardId}/moments/9?as=participant`),
    ).toMatchObject({ status: 404, code: 'no-such-moment' })
  })

  it('[Y4] shows nobody what stood there inside an anonymous step', async () => {
    const { server, session, person, write, moments, boardId } = await aBoardAtWork()
    await write('een')
    server.pass(10 * MINUTE)
    await eventually(async () => expect(await moments()).toHaveLength(1))
    expect((await moments())[0]?.canPreview).toBe(false)
    expect(await listOf(person, boardId, 'participant')).toEqual([])
    for (const [device, as] of [
      [session.facilitator, 'facilitator'],
      [person, 'participant'],
    ] as const) {
      expect(
        // oxlint-disable-next-line no-await-in-loop
        await device.getRefused(`/api/boards/${boardId}/moments/1?as=${as}`),
      ).toMatchObject({ status: 403, code: 'moment-is-anonymous' })
    }
  })

  it('[Y4] shows nobody what was written in an anonymous step while a moment waited for its turn', async () => {
    const { server, session, person, write, moments, boardId } = await aBoardAtWork()
    await session.command({ type: 'show-names', on: true })
    await write('een')
    const turn = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    const inTurn = vi.spyOn(BoardThread.prototype, 'inTurn')
    onTestFinished(() => inTurn.mockRestore())
    inTurn.mockImplementationOnce(async function (this: BoardThread, asker, work) {
      asked.resolve()
      await turn.promise
      return this.inTurn(asker, work)
    })
    server.pass(10 * MINUTE)
    await asked.promise
    await session.command({ type: 'show-names', on: false })
    await write('twee')
    turn.resolve()
    await eventually(async () => expect(await moments()).toHaveLength(1))
    expect((await moments())[0]?.canPreview).toBe(false)
    expect(await listOf(person, boardId, 'participant')).toEqual([])
  })

  it('[Y4] shows it where names are shown', async () => {
    const { server, session, person, write, boardId } = await aBoardAtWork()
    await session.command({ type: 'show-names', on: true })
    await write('een')
    server.pass(10 * MINUTE)
    await eventually(async () =>
      expect(await listOf(person, boardId, 'participant')).toMatchObject([{ canPreview: true }]),
    )
  })
})

/** A group board with somebody at work on it, in an anonymous step. */
async function aBoardAtWork() {
  const server = await aServer()
  const { session, inGroups, visionId } = await aSessionInGroups(server)
  const [first, second] = inGroups
  if (first === undefined || second === undefined) throw new Error('There are three groups.')
  const { boardId } = first
  const { observer: link } = await session.facilitator.get<{ observer: string }>(
    `/api/sessions/${session.id}/links?as=facilitator`,
  )
  const observer = server.newDevice()
  const secret = link.slice(link.indexOf('#sleutel=') + '#sleutel='.length)
  await observer.post(`/api/sessions/${session.id}/grants`, { role: 'observer', secret })
  const board = new BoardClient(first.device.socket(`/sync/${boardId}?as=participant`))
  const watching = new BoardClient(session.facilitator.socket(`/sync/${boardId}?as=facilitator`))
  await Promise.all([board.synced, watching.synced])
  const moments = (of = boardId) => listOf(session.facilitator, of)
  return {
    server,
    session,
    boardId,
    otherBoardId: second.boardId,
    visionId,
    person: first.device,
    other: second.device,
    observer,
    moments,
    write: async (name: string) => {
      board.write(name)
      await eventually(() => expect(watching.notes).toContain(`shape:${name}`))
    },
    nextStep: async () => {
      const { position } = await session.view()
      const { length } = await moments()
      await session.command({ type: 'go-to-step', position: position + 1 })
      await eventually(async () => expect(await moments()).toHaveLength(length + 1))
    },
  }
}

async function listOf(
  device: Device,
  boardId: string,
  as = 'facilitator',
): Promise<readonly MomentView[]> {
  const { moments } = await device.get<MomentsAnswer>(`/api/boards/${boardId}/moments?as=${as}`)
  return moments
}

/** The same browser, at a server that was started again. */
function onServer(server: TestServer, { cookie }: Device): Device {
  const device = server.newDevice()
  device.cookie = cookie
  return device
}
