import type { AssetAnswer } from '@stip/api'
import { createRecord } from '@stip/documents'
import { anAsset, anImage } from '@stip/documents/examples'
import { boardAccess } from '@stip/workshop'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { anEveningOfRoles } from '../test/an-evening-of-roles.ts'
import type { Somebody } from '../test/an-evening-of-roles.ts'
import { aServer } from '../test/a-server.ts'
import { BoardClient } from '../test/board-client.ts'
import type { Device } from '../test/device.ts'
import { eventually } from '../test/eventually.ts'

describe('[P12] an image', () => {
  it('is given to who may read the board that it was added for, and to nobody else', async () => {
    const evening = await anEvening()
    const { everybody, stored } = evening
    const session = stored()
    for (const [number, board] of session.boards.entries()) {
      const may = ({ actor }: Somebody) => boardAccess(session, actor, board.id)
      const writer = everybody.find((each) => may(each) === 'write')
      if (writer === undefined) throw new Error(`Nobody writes the ${board.kind} board.`)
      // oxlint-disable-next-line no-await-in-loop
      const src = await added(writer, board.id, number)
      // What a device may see, it may see in all that it is: a scribe is a participant too.
      for (const somebody of everybody.filter(({ role }) => role !== 'scribe')) {
        // oxlint-disable-next-line no-await-in-loop
        const { status } = await somebody.device.ask(src)
        const where = `${somebody.name} at ${board.kind}`
        const expected = may(somebody) === 'none' ? 404 : 200
        expect({ where, status }).toEqual({ where, status: expected })
      }
      // oxlint-disable-next-line no-await-in-loop
      expect((await evening.server.newDevice().ask(src)).status).toBe(403)
    }
  })

  it('of a private board is shown elsewhere by its members, and by nobody who knows its address', async () => {
    const { everybody, plenaryId, own, boardOf } = await anEvening()
    const [facilitator, anna, bram] = everybody as [Somebody, Somebody, Somebody]
    const src = await added(anna, own, 1)
    for (const [thief, boardId] of [
      [bram, boardOf(bram)],
      [facilitator, plenaryId],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const board = await atBoard(thief, boardId)
      createRecord(board.doc, anAsset('foto', src))
      // oxlint-disable-next-line no-await-in-loop
      expect(await board.closed).toBe(4409)
      // oxlint-disable-next-line no-await-in-loop
      expect((await thief.device.ask(src)).status).toBe(404)
    }
    const board = await atBoard(anna, boardOf(anna))
    createRecord(board.doc, anAsset('foto', src))
    await eventually(async () => expect((await facilitator.device.ask(src)).status).toBe(200))
    expect((await bram.device.ask(src)).status).toBe(404)
    // Now that it stands on a board of the room, who sees it there shows it on another.
    const plenary = await atBoard(facilitator, plenaryId)
    createRecord(plenary.doc, anAsset('foto', src))
    await eventually(async () => expect((await bram.device.ask(src)).status).toBe(200))
  })

  it('goes with a merge to who may read the vision, over a restart too', async () => {
    const { server, session, everybody, boardOf } = await anEvening()
    const [, anna, bram] = everybody as [Somebody, Somebody, Somebody]
    const src = await added(anna, boardOf(anna), 1)
    const board = await atBoard(anna, boardOf(anna))
    board.doc.transact(() => {
      createRecord(board.doc, anAsset('foto', src))
      createRecord(board.doc, anImage('beeld', 'foto'))
    })
    expect((await bram.device.ask(src)).status).toBe(404)
    await eventually(async () => {
      await session.command({ type: 'merge' })
      expect((await bram.device.ask(src)).status).toBe(200)
    })
    const next = await server.restart()
    const device = next.newDevice()
    device.cookie = bram.device.cookie
    expect((await device.ask(src)).status).toBe(200)
  })
})

async function anEvening() {
  const server = await aServer()
  const evening = await anEveningOfRoles(server)
  await evening.session.command({ type: 'allow-images', on: true })
  const { boards, people } = evening.stored()
  return {
    ...evening,
    server,
    /** The private board of Anna. */
    own: boards.find(({ members }) => members?.length === 1)?.id ?? '',
    /** The board of the group of somebody. */
    boardOf: ({ actor }: Somebody): string => {
      const person = people.all.find((one) => 'personId' in actor && one.id === actor.personId)
      return (
        boards.find(({ groupId }) => groupId !== undefined && groupId === person?.groupId)?.id ?? ''
      )
    },
  }
}

async function added(
  { device, role }: { device: Device; role: string },
  boardId: string,
  number: number,
): Promise<string> {
  const background = { r: number, g: 100, b: 100 }
  const image = await sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .png()
    .toBuffer()
  const answer = await device.ask(`/api/boards/${boardId}/images?as=${role}`, {
    method: 'POST',
    headers: { 'content-type': 'image/png' },
    body: new Uint8Array(image),
  })
  return ((await answer.json()) as AssetAnswer).src
}

async function atBoard({ device, role }: Somebody, boardId: string): Promise<BoardClient> {
  const board = new BoardClient(device.socket(`/sync/${boardId}?as=${role}`))
  await board.synced
  return board
}
