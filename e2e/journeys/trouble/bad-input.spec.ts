import { Facilitator } from '../../people/facilitator.ts'
import { Home } from '../../people/home.ts'
import { Participant } from '../../people/participant.ts'
import { oneAtWork } from '../../support/at-work.ts'
import { closeCode, Device } from '../../support/device.ts'
import { Evening, noteTexts } from '../../support/evening.ts'
import { aTicket, PlainClient } from '../../support/plain-client.ts'
import { expect, test } from '../../support/test.ts'

test('a wrong or half code is explained, and the right one still works', async ({
  newDevice,
  stip,
}) => {
  const evening = await Evening.start(stip.url)
  const { joinCode } = await evening.view()
  const home = await Home.open(await newDevice(), stip.origin)
  const { page } = home
  await home.joinWithCode('abc')
  await expect(page.getByText('Een code heeft 8 letters en cijfers.')).toBeVisible()
  await home.joinWithCode('ZZZZ-ZZZZ')
  await expect(page.getByText('Deze code kennen we niet.')).toBeVisible()
  // The way people type: spaces, lower case.
  const typed = `${joinCode.slice(0, 4)} ${joinCode.slice(4)}`.toLowerCase()
  await page.getByLabel('Code').fill(typed)
  await page.getByRole('button', { name: 'Verder' }).click()
  await expect(page.getByRole('heading', { name: 'Hoe mogen we je noemen?' })).toBeVisible()
})

test('a code that was replaced, or whose evening is over, says so', async ({ newDevice, stip }) => {
  const evening = await Evening.start(stip.url)
  const { joinCode } = await evening.view()
  const renew = `/api/sessions/${evening.sessionId}/links/renew?as=facilitator`
  await evening.facilitator.post(renew, { role: 'participant' })
  const page = await (await newDevice()).newPage()
  await page.goto(`${stip.origin}/doe-mee#${joinCode}`)
  await expect(page.getByText('Deze code is verlopen.')).toBeVisible()

  const { joinCode: newCode } = await evening.view()
  await evening.command({ type: 'end-session' })
  await page.getByLabel('Code').fill(newCode)
  await page.getByRole('button', { name: 'Verder' }).click()
  await expect(page.getByText('Deze code is verlopen.')).toBeVisible()
})

test('addresses that lead nowhere say what can be done', async ({ newDevice, stip }) => {
  const evening = await Evening.start(stip.url)
  const page = await (await newDevice()).newPage()
  await page.goto(`${stip.origin}/bestaat-niet`)
  await expect(page.getByRole('heading', { name: 'Deze pagina bestaat niet' })).toBeVisible()

  await page.goto(`${stip.origin}/s/${evening.sessionId}/meedoen`)
  await expect(page.getByRole('heading', { name: 'Je doet nog niet mee' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Doe mee met een code' })).toBeVisible()

  await page.goto(`${stip.origin}/s/${evening.sessionId}/console`)
  await expect(
    page.getByRole('heading', { name: 'Dit scherm is voor jou niet open' }),
  ).toBeVisible()

  await page.goto(`${stip.origin}/s/${evening.sessionId}/meekijken#sleutel=zelf-bedacht`)
  await expect(page.getByText('Deze link werkt niet of niet meer.')).toBeVisible()
  expect(page.url()).not.toContain('sleutel')
})

test('names and titles with HTML in them are shown as they were typed', async ({
  newDevice,
  stip,
}) => {
  const title = '<h1>Visie</h1> & <script>alert(1)</script>'
  const name = '<img src=x onerror=alert(1)>'
  const note = '<b>vet</b> <img src=x onerror=alert(2)>'
  const facilitator = await Facilitator.start(await newDevice(), stip.origin, {
    title,
    format: 'Proefrondje: teken samen in twintig minuten',
    groups: 1,
  })
  const dialogs: string[] = []
  const code = await facilitator.code()
  const eva = await Participant.join(await newDevice(), stip.origin, { code, name })
  for (const { page } of [facilitator, eva]) {
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
  }
  await eva.isWaiting()
  await expect(eva.page.getByText(title, { exact: true })).toBeVisible()
  await facilitator.seesPeople(1)
  await facilitator.people.getByRole('button', { name: 'Toon iedereen' }).click()
  await expect(facilitator.page.getByText(name, { exact: true })).toBeVisible()
  await facilitator.makeGroups()
  await facilitator.goTo('Teken ons plein')
  await eva.goToBoard()
  await eva.board.putNote([0.5, 0.5], note)
  await eva.board.isSaved()
  await facilitator.openBoard('A · De Brug')
  await expect(facilitator.board.note(note)).toBeVisible()
  expect(dialogs).toEqual([])
})

test('a title of 10,000 characters becomes one that fits, and the server refuses more', async ({
  newDevice,
  stip,
}) => {
  const title = 'Sterrenveld '.repeat(834).slice(0, 10_000)
  const home = await Home.open(await newDevice(), stip.origin)
  await home.startSession({ title })
  await expect(home.page.getByText(title.slice(0, 120).trim(), { exact: true })).toBeVisible()
  await expect(home.page.getByText(title.slice(0, 121))).toHaveCount(0)
  const sideways = await home.page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways).toBeLessThanOrEqual(0)

  const device = new Device(stip.url)
  const body = { format: 'proefrondje', title, groupCount: 3 }
  const refused = await device.postText('/api/sessions', JSON.stringify(body))
  expect(refused.status).toBe(400)
  expect(refused.message).toMatch(/te lang|niet goed ingevuld/)
})

test('a file that is no picture is refused in words, and the board stays as it was', async ({
  newDevice,
  stip,
}) => {
  const { evening, anna } = await oneAtWork({ newDevice, stip })
  await evening.command({ type: 'allow-images', on: true })
  await anna.board.putNote([0.5, 0.5], 'Dit blijft staan')
  const lies = { mimeType: 'image/png', buffer: Buffer.from('Ik ben geen plaatje') }
  await anna.board.addImage({ name: 'brief.txt', ...lies, mimeType: 'text/plain' })
  const sheet = anna.page.getByRole('dialog')
  await expect(sheet.getByText('Dit is geen foto.')).toBeVisible()
  await sheet.getByRole('button', { name: 'Toch niet' }).click()
  await anna.board.addImage({ name: 'foto.png', ...lies })
  await expect(sheet.getByText('Deze foto kunnen we niet openen.')).toBeVisible()
  await sheet.getByRole('button', { name: 'Toch niet' }).click()
  await expect(anna.board.note('Dit blijft staan')).toBeVisible()
  await expect(anna.board.images).toHaveCount(0)
  await anna.board.isSaved()
})

test('nonsense over HTTP and WebSocket is refused as documented, and nothing is lost', async ({
  stip,
}) => {
  const evening = await Evening.start(stip.url)
  const anna = await evening.join('Anna')
  await evening.drawInGroups()
  const boardId = await evening.boardOf(anna)
  const bram = new PlainClient(
    stip.url,
    boardId,
    await aTicket(evening.facilitator, boardId, 'facilitator'),
  )
  bram.write('er-al', 'Staat er al')
  await expect.poll(async () => noteTexts(await evening.contentOf(boardId))).toHaveLength(1)

  const broken = await anna.device.postText('/api/join', '{"code":')
  expect(broken.status).toBe(400)
  const large = await anna.device.postText('/api/join', JSON.stringify({ code: 'x'.repeat(1e6) }))
  expect(large.status).toBe(413)
  const unknown = await anna.device.postText('/api/boards/bestaat-niet/ticket?as=participant', '{}')
  expect(unknown.status).toBe(404)
  for (const { message } of [broken, large, unknown]) expect(message).toMatch(/\.$/)

  const sync = `/sync/${boardId}?as=participant`
  for (const [frame, code] of [
    ['geen bytes', 4400],
    [Uint8Array.of(0, 2, 200, 1, 7), 4400],
    [Uint8Array.of(99, 1, 2, 3), 4400],
    [Uint8Array.of(0, 2, 3, 1, 2, 3), 4409],
  ] as const) {
    const socket = anna.device.socket(sync)
    const closed = closeCode(socket)
    socket.on('open', () => socket.send(frame))
    expect(await closed).toBe(code)
  }
  bram.write('later', 'Gaat gewoon door')
  const texts = ['Gaat gewoon door', 'Staat er al']
  await expect.poll(async () => noteTexts(await evening.contentOf(boardId))).toEqual(texts)
  expect(bram.closes).toEqual([])
  bram.leave()
})
