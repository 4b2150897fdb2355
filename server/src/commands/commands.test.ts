import { describe, expect, it } from 'vitest'
import { aServer, aSession, aSessionInGroups } from '../test/a-server.ts'
import { BoardClient } from '../test/board-client.ts'
import { eventually } from '../test/eventually.ts'

describe('a command', () => {
  it('[K1] with the same key is carried out once', async () => {
    const session = await aSession(await aServer())
    const command = { type: 'add-person', name: 'Els', background: 'resident' } as const
    const first = await session.command(command, 'pressed-once')
    expect(await session.command(command, 'pressed-once')).toEqual(first)
    expect((await session.view()).peopleCount).toBe(1)
  })

  it('[K2] waits for the one before it', async () => {
    const session = await aSession(await aServer())
    const presses = Array.from({ length: 10 }, (_, number) =>
      session.command({ type: 'add-person', name: `P${number}`, background: 'resident' }),
    )
    const revisions = (await Promise.all(presses)).map(({ revision }) => revision)
    expect(new Set(revisions).size).toBe(10)
    expect((await session.view()).peopleCount).toBe(10)
  })

  it('[K3] that is refused says why and changes nothing', async () => {
    const { facilitator, id, view } = await aSession(await aServer())
    const before = await view()
    const path = `/api/sessions/${id}/commands?as=facilitator`
    const send = (command: object) =>
      facilitator.postRefused(path, { key: 'key-12345', seenRevision: 99, command })
    expect(await send({ type: 'mix-groups' })).toMatchObject({ status: 409, code: 'nobody-to-mix' })
    expect(await send({ type: 'go-to-step', position: 150 })).toMatchObject({
      code: 'no-such-step',
    })
    expect(await send({ type: 'rename-session', title: 'x'.repeat(10_000) })).toMatchObject({
      status: 400,
      code: 'text-too-long',
    })
    expect((await view()).sessionRevision).toBe(before.sessionRevision)
  })

  it('[K4] that opens a step draws its zones on the boards of that step, once', async () => {
    const server = await aServer()
    const { session, inGroups, plenaryId } = await aSessionInGroups(server)
    const { position, steps } = await session.view()
    const board = async (id: string): Promise<BoardClient> => {
      const client = new BoardClient(session.facilitator.socket(`/sync/${id}?as=facilitator`))
      await client.synced
      return client
    }
    const open = await board(inGroups[0]?.boardId ?? '')
    const zones = zonesOn(open)
    expect(zones.length).toBeGreaterThan(0)
    expect(zones.every(({ isTemplate, record }) => isTemplate && record['isLocked'])).toBe(true)
    expect(zonesOn(await board(plenaryId))).toEqual([])

    const next = steps.findIndex(
      (step, place) => place > position && step.setting === 'group' && step.hasBoard,
    )
    await session.command({ type: 'go-to-step', position: next })
    await session.command({ type: 'go-to-step', position })
    await session.command({ type: 'go-to-step', position: next })
    await eventually(() => expect(zonesOn(open).length).toBeGreaterThan(zones.length))
    const closed = await board(inGroups[1]?.boardId ?? '')
    expect(idsOf(closed)).toEqual(idsOf(open))
    expect(new Set(idsOf(open)).size).toBe(idsOf(open).length)
  })
})

function zonesOn(client: BoardClient) {
  return client.records.filter(({ record }) => record.type === 'zone')
}

function idsOf(client: BoardClient): string[] {
  return zonesOn(client)
    .map(({ record }) => record.id)
    .toSorted()
}
