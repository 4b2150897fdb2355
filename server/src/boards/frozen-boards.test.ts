import { expect, it } from 'vitest'
import { aServer, aSessionInGroups } from '../test/a-server.ts'
import { BoardClient } from '../test/board-client.ts'
import { eventually } from '../test/eventually.ts'

it('[A35] takes the pen from who is at work on the board of a group, and gives it back with what they wrote', async () => {
  const { session, anna, ofLead } = await aGroup()
  const board = anna.atBoard()
  await board.synced
  board.write('before')
  await eventually(() => expect(ofLead.notes).toContain('shape:before'))
  await session.command({ type: 'freeze-groups', on: true })
  expect((await session.view(anna.device, 'participant')).groupsFrozen).toBe(true)
  board.write('while-frozen')
  expect(await board.closed).toBe(4403)
  ofLead.write('of-the-facilitator')
  // Whoever looks, reads.
  const reading = anna.atBoard()
  await reading.synced
  await eventually(() => expect(reading.notes).toContain('shape:of-the-facilitator'))
  expect(reading.notes).not.toContain('shape:while-frozen')
  await session.command({ type: 'freeze-groups', on: false })
  expect((await session.view(anna.device, 'participant')).groupsFrozen).toBeUndefined()
  // What was written meanwhile is on the device still.
  anna.atBoard(board)
  await eventually(() => expect(ofLead.notes).toContain('shape:while-frozen'))
})

it('[A35] takes no note of a phone meanwhile, and takes the same one afterwards', async () => {
  const { session, anna, ofLead } = await aGroup()
  const zone = ofLead.records.find(({ record }) => record.props['style'] === 'area')?.record.id
  const note = { id: 'shape:note-of-anna-000001', zone, words: 'Meer groen' }
  const path = `/api/boards/${anna.boardId}/notes?as=participant`
  await session.command({ type: 'freeze-groups', on: true })
  const refused = await anna.device.postRefused(path, note)
  expect(refused).toMatchObject({ status: 403, code: 'may-not-write' })
  await session.command({ type: 'freeze-groups', on: false })
  await anna.device.post(path, note)
  await eventually(() => expect(ofLead.notes).toContain('shape:note-of-anna-000001'))
})

it('[A35] brings what groups made to the vision all the same, and the step that fills their boards', async () => {
  const { session, anna, ofLead } = await aGroup()
  ofLead.writeKeyCard('key-card', 'Eén loket')
  await eventually(async () => {
    const path = `/api/boards/${anna.boardId}/export.json?as=participant`
    expect(await (await anna.device.ask(path)).text()).toContain('key-card')
  })
  await session.command({ type: 'freeze-groups', on: true })
  expect((await session.command({ type: 'merge' })).merge?.added).toBe(1)
  expect((await session.view(anna.device, 'participant')).groupsFrozen).toBe(true)
})

async function aGroup() {
  const server = await aServer()
  const { session, inGroups } = await aSessionInGroups(server)
  const { device, boardId } = inGroups[0]!
  const ofLead = new BoardClient(session.facilitator.socket(`/sync/${boardId}?as=facilitator`))
  await ofLead.synced
  const atBoard = (before?: BoardClient): BoardClient =>
    new BoardClient(device.socket(`/sync/${boardId}?as=participant`), before?.doc)
  return { session, ofLead, anna: { device, boardId, atBoard } }
}
