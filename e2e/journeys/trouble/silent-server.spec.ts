import type { APIResponse } from '@playwright/test'
import { anEvening } from '../../support/at-work.ts'
import { silentProxy } from '../../support/silent-proxy.ts'
import { hostName } from '../../support/stip-server.ts'
import { expect, test } from '../../support/test.ts'
import { Participant } from '../../people/participant.ts'

test('lines that are taken and never answered are given up: clock and board go on', async ({
  newDevice,
  stip,
}) => {
  const proxy = await silentProxy(Number(new URL(stip.url).port))
  const origin = `http://${hostName}:${proxy.port}`
  const { evening, open } = await anEvening({ newDevice, stip: { ...stip, origin } }, {})
  const seat = await evening.join('Anna')
  await evening.drawInGroups()
  const anna = await open('Anna', seat.device)
  await anna.goToBoard()
  await anna.board.isSaved()

  await test.step('the screen says so within seconds', async () => {
    proxy.fallSilent()
    await expect(anna.page.getByText(/^Geen verbinding/).first()).toBeVisible()
    await anna.board.putNote([0.4, 0.4], 'Tijdens de stilte')
    // So long that lines of the session and of the board wait for an answer.
    await expect(anna.page.getByText(/wijziging(en)? wacht/)).toBeVisible()
  })

  await test.step('what waits arrives, and so does the next step', async () => {
    proxy.speak()
    await anna.board.isSaved()
    const boardId = await evening.boardOf(seat)
    await expect
      .poll(async () => JSON.stringify(await evening.contentOf(boardId)))
      .toContain('Tijdens de stilte')
    await evening.command({ type: 'end-session' })
    await expect(
      anna.page.getByRole('heading', { name: 'De bijeenkomst is afgelopen' }),
    ).toBeVisible()
  })
  await anna.page.close()
  await proxy.stop()
})

test('the answer to “Doe mee” is lost: it is asked for again, as the same person', async ({
  newDevice,
  stip,
}) => {
  const { evening } = await anEvening({ newDevice, stip }, {})
  const { joinCode } = await evening.view()
  const device = await newDevice()
  const page = await device.newPage()
  const keys: (string | undefined)[] = []
  let first: APIResponse | undefined
  // As the server does: what is asked for with a known key is answered as before.
  await page.route('**/api/join', async (route) => {
    keys.push((await route.request().allHeaders())['idempotency-key'])
    if (first === undefined) {
      first = await route.fetch({ url: `${stip.url}/api/join` })
      await route.abort('connectionreset')
    } else if (keys.length < 6) await route.abort('connectionreset')
    else await route.fulfill({ response: first })
  })
  await page.goto(`${stip.origin}/doe-mee`)
  const anna = Participant.on(page, 'Anna')
  await test.step('the code is taken as it was copied', async () => {
    const code = `${joinCode.slice(0, 4)}-${joinCode.slice(4)}`
    await anna.typeCode(`${stip.origin}/een/heel/lang/adres/dat/voor/de/code/staat#${code}`)
  })
  await anna.tellName('Anna')
  await anna.tellRole('Bewoner')
  await expect(page.getByText('Het duurt langer dan anders.')).toBeVisible()
  await expect(page.getByText(/probeer het nog eens/i)).toBeVisible()
  await page.getByRole('button', { name: 'Doe mee' }).click()
  await anna.isWaiting()
  expect(keys.length).toBeGreaterThanOrEqual(6)
  expect(new Set(keys).size).toBe(1)
  expect((await evening.view()).people).toHaveLength(1)
})
