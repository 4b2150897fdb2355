import { expect, test } from '../../support/test.ts'
import { Evening, noteTexts, type Seat } from '../../support/evening.ts'
import { aTicket, PlainClient } from '../../support/plain-client.ts'

test('a plain y-websocket client with a ticket draws along with everybody', async ({ stip }) => {
  const { evening, anna, boardId } = await anEvening(stip.url)
  const first = new PlainClient(
    stip.url,
    boardId,
    await aTicket(anna.device, boardId, 'participant'),
  )
  const ticket = await aTicket(evening.facilitator, boardId, 'facilitator')
  const second = new PlainClient(stip.url, boardId, ticket)
  first.write('een', 'Meer groen op het plein')
  second.write('twee', 'Een bank bij de bushalte')
  const both = ['Een bank bij de bushalte', 'Meer groen op het plein']
  await expect.poll(() => first.notes).toEqual(both)
  await expect.poll(() => second.notes).toEqual(both)
  await expect.poll(async () => noteTexts(await evening.contentOf(boardId))).toEqual(both)
  first.leave()
  second.leave()
})

test('it is closed with 4403 when it writes where it may only read', async ({ stip }) => {
  const { evening, anna } = await anEvening(stip.url)
  const plenary = await evening.board('plenary')
  const ticket = await aTicket(anna.device, plenary, 'participant')
  const reader = new PlainClient(stip.url, plenary, ticket)
  await expect.poll(() => reader.isSynced).toBe(true)
  const sentAway = reader.sentAway()
  reader.write('stiekem', 'Dit mag hier niet')
  expect(await sentAway).toBe(4403)
  expect(noteTexts(await evening.contentOf(plenary))).toEqual([])
})

test('a ticket opens one board, once', async ({ stip }) => {
  const { evening, anna, boardId } = await anEvening(stip.url)
  const ticket = await aTicket(anna.device, boardId, 'participant')
  const first = new PlainClient(stip.url, boardId, ticket)
  await expect.poll(() => first.isSynced).toBe(true)
  expect(await new PlainClient(stip.url, boardId, ticket).sentAway()).toBe(4401)

  const other = await aTicket(anna.device, boardId, 'participant')
  const vision = await evening.board('vision')
  expect(await new PlainClient(stip.url, vision, other).sentAway()).toBe(4401)
  expect(await new PlainClient(stip.url, boardId, 'zelf-bedacht').sentAway()).toBe(4401)
  first.leave()
})

test('who may not see a board gets no ticket for it', async ({ stip }) => {
  const { evening, anna } = await anEvening(stip.url)
  const vision = await evening.board('vision')
  const refused = await anna.device.postText(`/api/boards/${vision}/ticket?as=participant`, '{}')
  expect(refused.status).toBe(404)
  expect(refused.code).toBe('no-such-board')
})

test('a client whose line breaks comes back with a new ticket and what it wrote', async ({
  stip,
}) => {
  const { anna, boardId } = await anEvening(stip.url)
  const ticket = await aTicket(anna.device, boardId, 'participant')
  const client = new PlainClient(stip.url, boardId, ticket)
  await expect.poll(() => client.isSynced).toBe(true)
  client.provider.disconnect()
  client.write('onderweg', 'Geschreven zonder verbinding')
  client.provider.params = { ticket: await aTicket(anna.device, boardId, 'participant') }
  client.provider.connect()
  const texts = ['Geschreven zonder verbinding']
  await expect.poll(async () => notesOnServer(anna, boardId)).toEqual(texts)
  client.leave()
})

async function anEvening(url: string) {
  const evening = await Evening.start(url)
  const anna = await evening.join('Anna')
  await evening.drawInGroups()
  return { evening, anna, boardId: await evening.boardOf(anna) }
}

/** What somebody gets who takes the board home. */
async function notesOnServer({ device }: Seat, boardId: string): Promise<readonly string[]> {
  return noteTexts(await device.get(`/api/boards/${boardId}/export.json?as=participant`))
}
