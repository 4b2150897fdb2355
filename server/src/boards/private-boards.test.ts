import type { MomentsAnswer, Provenance, SessionView } from '@stip/api'
import { COPY_OF, copyName } from '@stip/board'
import { createRecord } from '@stip/documents'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type * as Y from 'yjs'
import { aNote } from '../test/a-note.ts'
import { anEveningOfRoles } from '../test/an-evening-of-roles.ts'
import type { Somebody } from '../test/an-evening-of-roles.ts'
import { aServer } from '../test/a-server.ts'
import { BoardClient } from '../test/board-client.ts'
import { eventually } from '../test/eventually.ts'

const MINUTE = 60_000

describe('a private board', () => {
  it('[P17] is opened for people by a command, told to them, and opens with their ticket', async () => {
    const { server, everybody, circle } = await anEvening()
    const [facilitator, anna, bram, cato] = everybody
    for (const member of [anna, bram]) {
      const { ticket } = await member.device.post<{ ticket: string }>(
        `/api/boards/${circle}/ticket?as=participant`,
        {},
      )
      const address = `${server.url.replace('http', 'ws')}/sync/${circle}?ticket=${ticket}`
      const board = new BoardClient(new WebSocket(address))
      await board.synced
      board.write(member.name)
    }
    const shared = await atBoard(anna, circle)
    await eventually(() => expect(shared.notes).toEqual(['shape:anna', 'shape:bram']))
    for (const { device, role } of [facilitator, cato]) {
      const refused = await device.postRefused(`/api/boards/${circle}/ticket?as=${role}`, {})
      expect(refused).toMatchObject({ status: 404, code: 'no-such-board' })
    }
  })

  it('[P17] is theirs over a restart too', async () => {
    const { server, session, everybody, own } = await anEvening()
    const [, anna] = everybody
    const board = await atBoard(anna, own)
    board.write('een')
    await eventually(async () => expect((await atBoard(anna, own)).notes).toHaveLength(1))
    const device = (await server.restart()).newDevice()
    device.cookie = anna.device.cookie
    const view = await device.get<SessionView>(`/api/sessions/${session.id}?as=participant`)
    expect(view.ownBoards).toMatchObject([
      { id: own, access: 'write', members: 1 },
      { access: 'write', members: 2 },
    ])
    const again = await atBoard({ ...anna, device }, own)
    expect(again.notes).toEqual(['shape:een'])
  })

  it('[P17] is told to members who are there already, and to nobody else', async () => {
    const { session, everybody } = await anEvening()
    const [, , , cato] = everybody
    const before = await session.view(cato.device, 'participant')
    expect(before.ownBoards).toBeUndefined()
    const { personId } = cato.actor as { readonly personId: string }
    await session.command({ type: 'open-private-board', members: [personId] })
    expect((await session.view(cato.device, 'participant')).ownBoards).toHaveLength(1)
    expect(Object.keys(await session.view())).not.toContain('ownBoards')
  })

  it('[P18] has no moments, and says of nothing who wrote it', async () => {
    const { server, session, everybody, own, plenaryId } = await anEvening()
    const [facilitator, anna] = everybody
    const [mine, shared] = [await atBoard(anna, own), await atBoard(facilitator, plenaryId)]
    mine.write('mijn')
    shared.write('ons')
    await eventually(async () => expect((await atBoard(anna, own)).notes).toHaveLength(1))
    server.pass(10 * MINUTE)
    const { position } = await session.view()
    await session.command({ type: 'go-to-step', position: position + 1 })
    await eventually(async () => expect(await momentsOf(facilitator, plenaryId)).toHaveLength(1))
    expect(await momentsOf(anna, own)).toEqual([])
    await session.command({ type: 'show-names', on: true })
    const told = await anna.device.get<Provenance>(
      `/api/boards/${own}/records/shape:mijn/provenance?as=participant`,
    )
    expect(told).toEqual({ isAnonymous: true, changes: [], origins: [] })
  })

  it('[P18] gives what is copied from it no sources, and is not reached by taking away', async () => {
    const { session, everybody, own, anna } = await anEvening()
    const [, somebody] = everybody
    const mine = await atBoard(somebody, own)
    const groups = await atBoard(somebody, anna.boardId)
    mine.write('wens', 'Een bankje')
    await eventually(async () => expect((await atBoard(somebody, own)).notes).toHaveLength(1))
    copyTo(groups, 'kopie', own, 'shape:wens')
    copyTo(mine, 'dubbel', own, 'shape:wens')
    await eventually(() => expect(mapOf(mine, 'dubbel')?.get('sources')).toHaveLength(1))
    await eventually(() => expect(mapOf(groups, 'kopie')?.get('sources')).toEqual([]))
    const reason = 'Er stond een naam in.'
    const taken = { boardId: anna.boardId, recordId: 'shape:kopie', reason }
    await session.command({ type: 'take-away', ...taken })
    await eventually(() => expect(groups.notes).toEqual([]))
    expect((await atBoard(somebody, own)).notes).toEqual(['shape:dubbel', 'shape:wens'])
  })
})

async function anEvening() {
  const server = await aServer()
  const evening = await anEveningOfRoles(server)
  const ofSize = (size: number): string =>
    evening.stored().boards.find(({ members }) => members?.length === size)?.id ?? ''
  const everybody = evening.everybody as readonly Somebody[] as readonly [
    Somebody,
    Somebody,
    Somebody,
    Somebody,
  ]
  return { ...evening, everybody, server, own: ofSize(1), circle: ofSize(2) }
}

async function atBoard({ device, role }: Somebody, boardId: string): Promise<BoardClient> {
  const board = new BoardClient(device.socket(`/sync/${boardId}?as=${role}`))
  await board.synced
  return board
}

async function momentsOf({ device, role }: Somebody, boardId: string) {
  const path = `/api/boards/${boardId}/moments?as=${role}`
  return (await device.get<MomentsAnswer>(path)).moments
}

function mapOf(board: BoardClient, id: string): Y.Map<unknown> | undefined {
  return board.doc.getMap<Y.Map<unknown>>('records').get(`shape:${id}`)
}

/** Puts a note on a board that says that it is a copy. */
function copyTo(board: BoardClient, id: string, from: string, record: string): void {
  const meta = { [COPY_OF]: copyName(from, record) }
  board.doc.transact(() => createRecord(board.doc, aNote(id, 'Een bankje', meta)))
}
