import { expect, test } from '../../support/test.ts'
import { Evening, noteTexts } from '../../support/evening.ts'
import { aTicket, PlainClient } from '../../support/plain-client.ts'

// The one journey that takes its time, beside the others; its name makes it start first.
test('a plain client stays for 70 seconds when it is alone and nothing happens', async ({
  stip,
}) => {
  const evening = await Evening.start(stip.url)
  const anna = await evening.join('Anna')
  await evening.drawInGroups()
  const boardId = await evening.boardOf(anna)
  const ticketOf = () => aTicket(anna.device, boardId, 'participant')
  const leftLying = await ticketOf()
  const alone = new PlainClient(stip.url, boardId, await ticketOf())
  await expect.poll(() => alone.isSynced).toBe(true)

  // y-websocket hangs up after 30 s of silence, and its ticket is used up: twice that, and a bit.
  await new Promise((resolve) => setTimeout(resolve, 70_000))

  expect(alone.closes).toEqual([])
  alone.write('laat', 'Ik ben er nog')
  await expect
    .poll(async () => noteTexts(await evening.contentOf(boardId)))
    .toEqual(['Ik ben er nog'])
  alone.leave()

  await test.step('a ticket that was left lying for more than a minute opens nothing', async () => {
    const late = new PlainClient(stip.url, boardId, leftLying)
    expect(await late.sentAway()).toBe(4401)
  })
})
