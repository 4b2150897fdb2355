import type { MiniaturesAnswer } from '@stip/api'
import type { Miniature } from '@stip/documents/overview'
import { Room } from '@stip/sync/room'
import { expect, it, vi } from 'vitest'
import { aRemark } from '../../test/a-remark.ts'
import { aServer, aSessionInGroups } from '../../test/a-server.ts'
import { BoardClient } from '../../test/board-client.ts'
import { eventually } from '../../test/eventually.ts'

async function anEvening() {
  const server = await aServer()
  const { session, inGroups } = await aSessionInGroups(server)
  const [anna] = inGroups
  if (anna === undefined) throw new Error('There are three groups.')
  const { facilitator } = session
  const board = new BoardClient(anna.device.socket(`/sync/${anna.boardId}?as=participant`))
  await board.synced
  const changed = (since?: string) =>
    facilitator.get<MiniaturesAnswer>(
      `/api/sessions/${session.id}/miniatures?as=facilitator${since === undefined ? '' : `&since=${since}`}`,
    )
  const miniature = () =>
    facilitator.get<Miniature>(`/api/boards/${anna.boardId}/miniature?as=facilitator`)
  return { server, session, anna, board, changed, miniature }
}

it('[MV1] a board is told of when it changed, and looks as it is then, without words of notes', async () => {
  const { server, anna, board, changed, miniature } = await anEvening()
  const { now } = await changed()
  expect((await changed(now)).boards).toEqual([])
  board.write('idea', 'Een bank bij de vijver')
  await eventually(async () => {
    expect((await changed(now)).boards).toEqual([{ boardId: anna.boardId, quietMs: 0 }])
  })
  server.pass(60_000)
  expect((await changed(now)).boards).toEqual([{ boardId: anna.boardId, quietMs: 60_000 }])
  const seen = await miniature()
  expect(seen.shapes).toContainEqual(expect.objectContaining({ id: 'shape:idea', kind: 'note' }))
  expect(JSON.stringify(seen)).not.toContain('vijver')
})

it('[MV2] all boards are told of to who asks for the first time, or asked another run of the server', async () => {
  const { session, changed } = await anEvening()
  const { boards, now } = await changed()
  const all = (await session.view()).boards.map(({ id }) => id).toSorted()
  expect(boards.map(({ boardId }) => boardId).toSorted()).toEqual(all)
  for (const since of [`x${now}`, 'niets', '.1', '0', '%00']) {
    // oxlint-disable-next-line no-await-in-loop
    expect((await changed(since)).boards).toHaveLength(all.length)
  }
})

it('[MV3] a board is read once for all who ask, and again only when it changed', async () => {
  const { board, changed, miniature } = await anEvening()
  const first = await miniature()
  const looks = vi.spyOn(Room.prototype, 'read')
  const answers = await Promise.all([miniature(), miniature(), miniature()])
  expect(answers).toEqual([first, first, first])
  expect(looks).not.toHaveBeenCalled()
  looks.mockRestore()
  const { now } = await changed()
  board.write('idea', 'Een bank')
  await eventually(async () => expect((await changed(now)).boards).toHaveLength(1))
  expect((await miniature()).shapes).toHaveLength(first.shapes.length + 1)
})

it('[MV4] nobody gets a miniature of a board that they may not read', async () => {
  const { session, anna, changed } = await anEvening()
  const path = `/api/boards/${anna.boardId}/miniature`
  const stranger = session.facilitator
  expect((await stranger.ask(`${path}?as=participant`)).status).toBe(403)
  const other = (await session.view()).boards.find(
    ({ kind, id }) => kind === 'group' && id !== anna.boardId,
  )
  const ofOther = `/api/boards/${other?.id ?? ''}/miniature?as=participant`
  expect((await anna.device.ask(ofOther)).status).toBe(404)
  expect((await anna.device.ask(`${path}?as=participant`)).status).toBe(200)
  const mine = await anna.device.get<MiniaturesAnswer>(
    `/api/sessions/${session.id}/miniatures?as=participant`,
  )
  const readable = mine.boards.map(({ boardId }) => boardId)
  expect(readable).toContain(anna.boardId)
  expect(readable).not.toContain(other?.id)
  expect((await changed()).boards.length).toBeGreaterThan(readable.length)
})

it('[K20] [MV1] a remark that was taken away is out of the miniature', async () => {
  const { boardId, takeAway, session } = await aRemark()
  const path = `/api/boards/${boardId}/miniature?as=facilitator`
  const before = await session.facilitator.get<Miniature>(path)
  await takeAway()
  const after = await session.facilitator.get<Miniature>(path)
  expect(after.shapes).toHaveLength(before.shapes.length - 1)
})
