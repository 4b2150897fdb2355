import { expect, type Page } from '@playwright/test'
import { Facilitator } from '../../people/facilitator.ts'
import { Participant } from '../../people/participant.ts'
import { Wall } from '../../people/wall.ts'
import { FullEvening } from '../../support/full-evening.ts'
import { test } from '../../support/test.ts'

const beamer = { viewport: { width: 1280, height: 720 } }

test('[V1] the wall shows a step as its question, its whole task, the clock and the groups', async ({
  newDevice,
  stip,
}) => {
  const facilitator = await Facilitator.start(await newDevice(), stip.origin, {
    title: 'Visie Sterrenveld',
    format: 'Bijeenkomst 1: onze visie op overheidsparticipatie',
    groups: 3,
  })
  const code = await facilitator.code()
  const wall = await Wall.open(await newDevice(beamer), await facilitator.link('Voor de beamer'))
  const anna = await Participant.join(await newDevice(), stip.origin, { code, name: 'Anna' })
  await anna.isWaiting()
  await facilitator.makeGroups()
  await facilitator.goTo('Openstaan')

  await expect(wall.title).toHaveText('Wat zie of hoor je als de gemeente echt openstaat?')
  expect(await sizeOf(wall.page, 'h1')).toBe(60)
  expect(await sizeOf(wall.page, '.stip-countdown__time')).toBe(96)
  for (const letter of ['A', 'B', 'C']) {
    await expect(wall.page.getByText(`Groep ${letter}`)).toBeVisible()
  }
  await expect(wall.page.getByText(code)).toBeVisible()
  expect(await smallestIn(wall.page, '.stip-wall-step__task')).toBeGreaterThanOrEqual(24)

  await facilitator.goTo('Waar staan we nu?')
  await expect(wall.page.getByText('De gemeente durft dingen los te laten')).toBeVisible()
  await wall.hasNothingToPress()
})

test('[V3] [V5] [V10] what a group made is read on the wall, a phone and a laptop alike', async ({
  newDevice,
  stip,
}) => {
  const evening = await FullEvening.begin(stip, newDevice)
  try {
    await evening.playTo(14)
    const { wall, phone, laptop, console: desk } = evening.pages
    const sentence = 'In onze gemeente bouw je samen een brug, ook als hij een beetje scheef wordt.'

    await test.step('[V5] on the wall nothing is smaller than it should be', async () => {
      await expect(wall.getByText(sentence)).toBeVisible()
      expect(await sizeOf(wall, '.stip-sharing__sentence')).toBe(44)
      expect(await sizeOf(wall, '.stip-sharing__points')).toBe(30)
      const drawing = await wall.locator('.stip-sharing__drawing').boundingBox()
      expect(drawing?.width).toBeCloseTo(0.65 * 1280, -1)
      expect(await isCutOff(wall, '.stip-sharing__words')).toBe(false)
    })

    await test.step('[V10] phone and laptop read the same, and go on to the board', async () => {
      for (const page of [phone, laptop]) {
        await expect(page.getByText(sentence)).toBeVisible()
        await expect(page.locator('.stip-drawing path').first()).toBeVisible()
        await expect(
          page.getByRole('list', { name: 'Hoofdpunten' }).getByRole('listitem'),
        ).toHaveCount(5)
      }
      await laptop.getByRole('button', { name: 'Bekijk het bord' }).click()
      await expect(laptop.getByRole('region', { name: 'Bord', exact: true })).toBeVisible()
      await laptop.getByRole('button', { name: 'Lees mee' }).click()
      await expect(laptop.getByText(sentence)).toBeVisible()
    })

    await test.step('[V5] [S23] the facilitator turns the page, and no hoofdpunt is lost', async () => {
      const points = wall.getByRole('list', { name: 'Hoofdpunten' }).getByRole('listitem')
      const pages = desk.getByRole('region', { name: 'Bladzijden op de beamer' })
      const next = pages.getByRole('button', { name: 'Volgende bladzijde', exact: true })
      const step = desk.locator('.stip-time__next')
      const [turning, going] = [await next.boundingBox(), await step.boundingBox()]
      // A hand that looks for the one does not hit the other.
      expect((going?.y ?? 0) - (turning?.y ?? 0) - (turning?.height ?? 0)).toBeGreaterThan(80)
      const read = await points.allInnerTexts()
      while (await next.isEnabled()) {
        const before = await wall.locator('.stip-reading__place').innerText()
        await next.click()
        await expect(wall.locator('.stip-reading__place')).not.toHaveText(before)
        expect(await isCutOff(wall, '.stip-sharing__words')).toBe(false)
        read.push(...(await points.allInnerTexts()))
      }
      expect(new Set(read).size).toBe(5)
    })
  } finally {
    evening.end()
  }
})

/** The size of letters as rendered, in px. */
async function sizeOf(page: Page, selector: string): Promise<number> {
  const size = await page
    .locator(selector)
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  return Math.round(size)
}

async function smallestIn(page: Page, selector: string): Promise<number> {
  const sizes = await page
    .locator(`${selector} li`)
    .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)))
  return Math.min(...sizes)
}

/** Whether there is more in a part of the page than one can see of it. */
function isCutOff(page: Page, selector: string): Promise<boolean> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => element.scrollHeight > element.clientHeight + 1)
}
