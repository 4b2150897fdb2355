import type { Page } from '@playwright/test'
import { Phone } from '../../people/phone.ts'
import { expectUsableByEverybody } from '../../support/accessible.ts'
import { anEvening } from '../../support/at-work.ts'
import type { Evening } from '../../support/evening.ts'
import { expect, test } from '../../support/test.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

test('[H1] [H4] a phone and a laptop raise a hand; who leads hears them in order', async ({
  newDevice,
  stip,
}) => {
  const { evening, open } = await anEvening({ newDevice, stip }, { devices: { Anna: phone } })
  const [first, second] = [await evening.join('Anna'), await evening.join('Bram')]
  await evening.drawInGroups()
  const [anna, bram] = [await open('Anna', first.device), await open('Bram', second.device)]
  await anna.goOn(new Phone(anna.page).field)
  await bram.goToBoard()
  const desk = await consoleOf(await (await newDevice()).newPage(), evening)
  const bar = desk.getByRole('region', { name: /op$/ })

  await test.step('a finger and a key raise it', async () => {
    await expect(bar).toHaveCount(0)
    await hand(anna.page).tap()
    await expect(hand(anna.page)).toHaveAttribute('aria-pressed', 'true')
    await expect(bar).toContainText('1 hand op')
    await hand(bram.page).focus()
    await bram.page.keyboard.press('Enter')
    await expect(hand(bram.page)).toHaveAttribute('aria-pressed', 'true')
    await expect(bar.getByRole('listitem')).toHaveText([/Anna.*net/, /Bram.*net/])
    await expectUsableByEverybody(desk, '.stip-hands')
    await expectUsableByEverybody(anna.page, '.stip-hand', [phone.viewport])
  })

  await test.step('who pressed by mistake takes it back', async () => {
    await hand(bram.page).click()
    await expect(bar.getByRole('listitem')).toHaveText([/Anna/])
    await hand(bram.page).click()
    await expect(bar.getByRole('listitem')).toHaveText([/Anna/, /Bram/])
  })

  await test.step('[H6] the next step leaves them up', async () => {
    await evening.command({ type: 'go-to-step', position: 0 })
    await expect(bar.getByRole('listitem')).toHaveText([/Anna/, /Bram/])
  })

  await test.step('who leads lowers one, and then all', async () => {
    await bar.getByRole('button', { name: 'Hand omlaag: Anna' }).click()
    await expect(bar.getByRole('listitem')).toHaveText([/Bram/])
    await expect(hand(anna.page)).toHaveAttribute('aria-pressed', 'false')
    await bar.getByRole('button', { name: 'Alle handen omlaag' }).click()
    await expect(bar).toHaveCount(0)
    await expect(hand(bram.page)).toHaveAttribute('aria-pressed', 'false')
  })
})

test('[H3] in an anonymous step a hand says of which group it is, and no more', async ({
  newDevice,
  stip,
}) => {
  const wishes = { format: 'bijeenkomst-1-visie', devices: { Anna: phone } }
  const { evening, open } = await anEvening({ newDevice, stip }, wishes)
  const { device } = await evening.join('Anna')
  await evening.drawInGroups()
  const anna = await open('Anna', device)
  await anna.goOn(new Phone(anna.page).field)
  const desk = await consoleOf(await (await newDevice()).newPage(), evening)
  await hand(anna.page).tap()
  const bar = desk.getByRole('region', { name: '1 hand op' })
  await expect(bar.getByRole('listitem')).toHaveText(/Iemand uit groep A/)
  await expect(bar).not.toContainText('Anna')
})

test('sixty hands stay readable, and are lowered at once', async ({ newDevice, stip }) => {
  const { evening } = await anEvening({ newDevice, stip }, { groupCount: 6 })
  const seats = []
  for (let number = 1; number <= 60; number++) {
    // oxlint-disable-next-line no-await-in-loop
    seats.push(await evening.join(`Deelnemer met naam ${number}`))
  }
  await evening.drawInGroups()
  const { sessionRevision: seenRevision } = await evening.view()
  for (const { device, personId } of seats) {
    // oxlint-disable-next-line no-await-in-loop
    await device.post(`/api/sessions/${evening.sessionId}/commands?as=participant`, {
      key: `hand-of-${personId}`,
      seenRevision,
      command: { type: 'raise-hand' },
    })
  }
  const desk = await consoleOf(await (await newDevice()).newPage(), evening)
  const bar = desk.getByRole('region', { name: '60 handen op' })
  await expect(bar.getByRole('listitem')).not.toHaveCount(60)
  await bar.getByRole('button', { name: 'Toon alle 60' }).click()
  await expect(bar.getByRole('listitem')).toHaveCount(60)
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
  ]) {
    // oxlint-disable-next-line no-await-in-loop
    await desk.setViewportSize(size)
    // oxlint-disable-next-line no-await-in-loop
    await expect(bar.getByRole('button', { name: 'Alle handen omlaag' })).toBeInViewport()
  }
  await bar.getByRole('button', { name: 'Alle handen omlaag' }).click()
  await expect(bar).toHaveCount(0)
})

test('a hand that goes up while the wifi is gone arrives once, or is taken back with a sentence', async ({
  newDevice,
  stip,
}) => {
  const { evening, open } = await anEvening({ newDevice, stip }, { devices: { Anna: phone } })
  const { device } = await evening.join('Anna')
  await evening.drawInGroups()
  const anna = await open('Anna', device)
  await anna.goOn(new Phone(anna.page).field)
  const desk = await consoleOf(await (await newDevice()).newPage(), evening)
  const bar = desk.getByRole('region', { name: '1 hand op' })
  await expect(hand(anna.page)).toBeVisible()

  await test.step('it shows at once, and arrives when the wifi is back', async () => {
    await anna.page.context().setOffline(true)
    await hand(anna.page).tap()
    await expect(hand(anna.page)).toHaveAttribute('aria-pressed', 'true')
    await expect(bar).toHaveCount(0)
    await anna.page.context().setOffline(false)
    await expect(bar.getByRole('listitem')).toHaveText(/Anna/)
    await expect(hand(anna.page)).toHaveAttribute('aria-pressed', 'true')
  })

  await test.step('an answer that is lost raises nothing twice', async () => {
    await bar.getByRole('button', { name: 'Hand omlaag: Anna' }).click()
    await expect(hand(anna.page)).toHaveAttribute('aria-pressed', 'false')
    const keys: (string | undefined)[] = []
    await anna.page.route('**/commands?as=participant', async (route) => {
      keys.push((await route.request().allHeaders())['idempotency-key'])
      if (keys.length > 1) return route.continue()
      // The server did it; nobody heard so.
      await route.fetch({ url: route.request().url().replace(stip.origin, stip.url) })
      return route.abort('connectionreset')
    })
    await hand(anna.page).tap()
    await expect(bar.getByRole('listitem')).toHaveText([/Anna/])
    await expect.poll(() => keys.length).toBe(2)
    expect(new Set(keys).size).toBe(1)
    await anna.page.unroute('**/commands?as=participant')
    await bar.getByRole('button', { name: 'Hand omlaag: Anna' }).click()
    await expect(hand(anna.page)).toHaveAttribute('aria-pressed', 'false')
  })

  await test.step('[H6] what comes after the next step began is taken back', async () => {
    await anna.page.context().setOffline(true)
    await hand(anna.page).tap()
    await expect(hand(anna.page)).toHaveAttribute('aria-pressed', 'true')
    await evening.command({ type: 'go-to-step', position: 0 })
    await anna.page.context().setOffline(false)
    await expect(anna.page.getByRole('alert')).toContainText('Je hand ging niet op.')
    await expect(hand(anna.page)).toHaveAttribute('aria-pressed', 'false')
    await expect(bar).toHaveCount(0)
  })
})

function hand(page: Page) {
  return page.getByRole('button', { name: 'Hand op' })
}

async function consoleOf(page: Page, evening: Evening): Promise<Page> {
  await page.goto(await evening.link('facilitator'))
  await expect(page.getByRole('heading', { name: 'Draaiboek' })).toBeVisible()
  return page
}
