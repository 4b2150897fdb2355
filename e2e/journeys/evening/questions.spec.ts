import type { Page } from '@playwright/test'
import { Phone } from '../../people/phone.ts'
import { expectUsableByEverybody } from '../../support/accessible.ts'
import { anEvening } from '../../support/at-work.ts'
import type { Evening } from '../../support/evening.ts'
import { expect, test } from '../../support/test.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
/** Of the step in which the vision is made. */
const SENTENCES = 'visie'
const wallSizes = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
]

test('[Q2] [Q4] [BT6] the room answers on phones, on a laptop and through a scribe; the wall shows it once it is revealed', async ({
  newDevice,
  stip,
}, testInfo) => {
  const wishes = { format: 'bijeenkomst-1-visie', devices: { Anna: phone } }
  const { evening, open } = await anEvening({ newDevice, stip }, wishes)
  const [first, second] = [await evening.join('Anna'), await evening.join('Bram')]
  await evening.command({ type: 'add-person', name: 'Zus', background: 'resident' })
  await evening.makeGroups()
  await evening.command({ type: 'appoint-scribe', personId: first.personId, on: true })
  await evening.goToStep('peiling')
  const anna = await open('Anna', first.device)
  const bram = await open('Bram', second.device)
  await anna.goOn(anna.page.locator('#inhoud'))
  await bram.goOn(bram.page.locator('#inhoud'))
  const desk = await screenOf(await newDevice(), evening, 'facilitator', wallSizes[0])
  const wall = await screenOf(await newDevice(), evening, 'wall', wallSizes[1])
  const panel = desk.getByRole('region', { name: 'Vraag aan de zaal' })
  const take = async (page: Page, name: string): Promise<void> => {
    await page.screenshot({ path: testInfo.outputPath(`${name}.png`) })
  }

  await test.step('the step suggests its statements, and one press asks them', async () => {
    await take(desk, 'console-suggests')
    await panel.getByRole('button', { name: 'Vraag de 3 stellingen van deze stap' }).click()
    await expect(panel.getByRole('status')).toHaveText('0 van 3 hebben geantwoord')
    await expect(wall.getByText('De gemeente durft dingen los te laten')).toBeVisible()
    await expect(panel.locator('.nl-button--primary')).toHaveText('Onthul de antwoorden')
    await take(wall, 'wall-open')
  })

  const annas = anna.page.getByRole('region', { name: 'Vraag aan iedereen' })
  const brams = bram.page.getByRole('region', { name: 'Vraag aan iedereen' })

  await test.step('a finger and a key answer, and can change it', async () => {
    await take(anna.page, 'phone-open')
    const loslaten = annas.getByRole('group', { name: /durft dingen los/ })
    await loslaten.getByRole('radio', { name: '2' }).tap({ force: true })
    await expect(annas.getByText('Binnen: 1 van de 3')).toBeVisible()
    await loslaten.getByRole('radio', { name: '4' }).tap({ force: true })
    await expect(loslaten.getByRole('radio', { name: '4' })).toBeChecked()
    const ofBram = brams.getByRole('group', { name: /durft dingen los/ })
    await ofBram.getByRole('radio', { name: '1' }).focus()
    await bram.page.keyboard.press('ArrowRight')
    await expect(brams.getByText('Binnen: 1 van de 3')).toBeVisible()
    await expect(panel.getByRole('status')).toHaveText('2 van 3 hebben geantwoord')
    await expect(wall.getByText('2 van 3 hebben geantwoord')).toBeVisible()
    await expectUsableByEverybody(anna.page, '.stip-question', [phone.viewport])
    await expectUsableByEverybody(bram.page, '.stip-question')
    await expectUsableByEverybody(desk, '.stip-asking')
    await take(anna.page, 'phone-answered')
    await take(bram.page, 'laptop-answered')
  })

  await test.step('Anna answers for Zus, who has no phone', async () => {
    await annas.getByRole('button', { name: 'Namens Zus' }).tap()
    const loslaten = annas.getByRole('group', { name: /durft dingen los/ })
    await expect(loslaten.getByRole('radio', { name: '4' })).not.toBeChecked()
    await loslaten.getByRole('radio', { name: '5' }).tap({ force: true })
    await expect(panel.getByRole('status')).toHaveText('3 van 3 hebben geantwoord')
    await take(anna.page, 'phone-scribe')
    await annas.getByRole('button', { name: 'Mijn eigen antwoord' }).tap()
    await expect(loslaten.getByRole('radio', { name: '4' })).toBeChecked()
  })

  await test.step('what was answered is nowhere until it is revealed', async () => {
    await expect(panel.getByRole('table')).toHaveCount(0)
    await expect(wall.getByRole('table')).toHaveCount(0)
    await panel.getByRole('button', { name: 'Onthul de antwoorden' }).click()
    const table = wall.getByRole('table', { name: 'De gemeente durft dingen los te laten' })
    await expect(table.getByRole('row', { name: '0 1 0 1 1 0' })).toBeVisible()
    await expect(annas.getByRole('table').first()).toBeVisible()
    await expectLargeEnough(wall)
    await take(wall, 'wall-revealed-1280')
    await wall.setViewportSize(wallSizes[0] ?? { width: 1440, height: 900 })
    await take(wall, 'wall-revealed-1440')
    await take(anna.page, 'phone-revealed')
    await take(desk, 'console-revealed')
  })

  await test.step('closed, it takes no answer; opened again for a moment, it does', async () => {
    await panel.getByRole('button', { name: 'Sluit de vraag' }).click()
    await expect(annas.getByText('Deze vraag is gesloten')).toBeVisible()
    await take(anna.page, 'phone-closed')
    await desk.getByRole('button', { name: 'Maak ongedaan' }).click()
    await expect(annas.getByRole('radio').first()).toBeVisible()
    await panel.getByRole('button', { name: 'Sluit de vraag' }).click()
    await panel.getByRole('button', { name: 'Haal van de schermen' }).click()
    await expect(annas).toHaveCount(0)
  })
})

test('[Q6] [Q9] "Kun je hiermee leven?": reasons, Ander geluid, and an answer without wifi', async ({
  newDevice,
  stip,
}, testInfo) => {
  const { evening, open } = await anEvening({ newDevice, stip }, { devices: { Anna: phone } })
  const [first, second] = [await evening.join('Anna'), await evening.join('Bram')]
  await evening.drawInGroups()
  const anna = await open('Anna', first.device)
  const bram = await open('Bram', second.device)
  await anna.goOn(new Phone(anna.page).field)
  await bram.goToBoard()
  const desk = await screenOf(await newDevice(), evening, 'facilitator', wallSizes[0])
  const wall = await screenOf(await newDevice(), evening, 'wall', wallSizes[1])
  const panel = desk.getByRole('region', { name: 'Vraag aan de zaal' })
  const annas = anna.page.getByRole('region', { name: 'Vraag aan iedereen' })
  const brams = bram.page.getByRole('region', { name: 'Vraag aan iedereen' })

  await test.step('who leads types a question of their own', async () => {
    await panel.getByRole('button', { name: 'Stel een eigen vraag' }).click()
    await panel.getByRole('textbox', { name: 'Jouw vraag' }).fill('Wij laten bewoners beslissen')
    await panel.getByRole('combobox', { name: 'Antwoorden' }).selectOption('Kun je hiermee leven?')
    await panel.getByRole('button', { name: 'Vraag het' }).click()
  })

  await test.step('"nee" counts once it says why, and a sentence may stand beside it', async () => {
    await annas.getByRole('radio', { name: 'Nee, want …' }).tap({ force: true })
    await annas.getByRole('textbox', { name: 'Schrijf kort waarom' }).fill('Niet iedereen kan dat')
    await annas.getByRole('button', { name: 'Verstuur' }).tap()
    await expect(annas.getByText('Je antwoord is binnen')).toBeVisible()
    await annas.getByRole('textbox', { name: 'Jouw zin' }).fill('Wij beslissen samen')
    await annas.getByRole('button', { name: 'Zet mijn zin erbij' }).tap()
    await expect(annas.getByText('Wij beslissen samen')).toBeVisible()
    await brams.getByRole('radio', { name: 'Ja', exact: true }).click({ force: true })
    await expect(panel.getByRole('status')).toHaveText('2 van 2 hebben geantwoord')
    await anna.page.screenshot({ path: testInfo.outputPath('phone-consent.png') })
  })

  await test.step('once it is revealed, others say "Ik ook"', async () => {
    await panel.getByRole('button', { name: 'Onthul de antwoorden' }).click()
    await brams.getByRole('button', { name: 'Ik ook: Wij beslissen samen' }).click()
    await expect(wall.getByText('+ 1 ook')).toBeVisible()
    await bram.page.screenshot({ path: testInfo.outputPath('laptop-also.png') })
    await wall.screenshot({ path: testInfo.outputPath('wall-consent.png') })
    await desk.screenshot({ path: testInfo.outputPath('console-consent.png') })
    await expectLargeEnough(wall)
    await panel.getByRole('button', { name: 'Sluit de vraag' }).click()
    await panel.getByRole('button', { name: 'Haal van de schermen' }).click()
  })

  await test.step('without wifi an answer stays on the device, and arrives later', async () => {
    await panel.getByRole('button', { name: 'Stel een eigen vraag' }).click()
    await panel.getByRole('textbox', { name: 'Jouw vraag' }).fill('Gaan we door?')
    await panel.getByRole('button', { name: 'Vraag het' }).click()
    await expect(annas.getByRole('radio', { name: 'Ja' })).toBeVisible()
    await anna.page.context().setOffline(true)
    await annas.getByRole('radio', { name: 'Ja' }).tap({ force: true })
    await expect(annas.getByText('Geen verbinding')).toBeVisible()
    await anna.page.screenshot({ path: testInfo.outputPath('phone-offline.png') })
    await anna.page.context().setOffline(false)
    await expect(annas.getByText('Je antwoord is binnen')).toBeVisible()
    await expect(panel.getByRole('status')).toHaveText('1 van 2 heeft geantwoord')
  })
})

test('[Q1] [Q7] [Q8] after a story the other groups recognise its hoofdpunten; a sentence is critiqued, and the critique answered', async ({
  newDevice,
  stip,
}, testInfo) => {
  const wishes = {
    format: 'bijeenkomst-1-visie',
    groupCount: 2,
    devices: { Anna: phone, Bram: phone },
  }
  const { evening, open } = await anEvening({ newDevice, stip }, wishes)
  const seats = { Anna: await evening.join('Anna'), Bram: await evening.join('Bram') }
  await evening.makeGroups()
  await evening.goToStep('kiezen')
  const boardId = await evening.boardOf(seats.Anna)
  const letter =
    (await evening.view()).groups.find((each) => each.boardId === boardId)?.letter ?? ''
  const points = ['De gemeente belt terug', 'Bewoners krijgen de sleutel van het buurthuis']
  for (const [place, words] of points.entries()) {
    // oxlint-disable-next-line no-await-in-loop
    await seats.Anna.device.post(`/api/boards/${boardId}/notes?as=participant`, {
      id: `shape:hoofdpunt-number-${place}`,
      zone: 'shape:step-kiezen-thema',
      words,
    })
  }
  const [anna, bram] = [
    await open('Anna', seats.Anna.device),
    await open('Bram', seats.Bram.device),
  ]
  await anna.goOn(new Phone(anna.page).field)
  await bram.goOn(new Phone(bram.page).field)
  await evening.goToStep('delen')
  const desk = await screenOf(await newDevice(), evening, 'facilitator', wallSizes[0])
  const wall = await screenOf(await newDevice(), evening, 'wall', wallSizes[1])
  const panel = desk.getByRole('region', { name: 'Vraag aan de zaal' })
  const annas = anna.page.getByRole('region', { name: 'Vraag aan iedereen' })
  const brams = bram.page.getByRole('region', { name: 'Vraag aan iedereen' })

  await test.step('the group itself is not asked; the other one is', async () => {
    await panel.getByRole('button', { name: new RegExp(`^Vraag bij ${letter}`) }).click()
    await expect(annas.getByText('Dit zei jouw eigen groep.')).toBeVisible()
    await expect(panel.getByRole('status')).toHaveText('0 van 1 hebben geantwoord')
    const point = brams.getByRole('group', { name: 'De gemeente belt terug' })
    await point.getByRole('radio', { name: 'Ja' }).tap({ force: true })
    await expect(panel.getByRole('status')).toHaveText('1 van 1 heeft geantwoord')
    await bram.page.screenshot({ path: testInfo.outputPath('phone-recognition.png') })
    await panel.getByRole('button', { name: 'Onthul de antwoorden' }).click()
    await expect(wall.getByRole('table', { name: 'De gemeente belt terug' })).toBeVisible()
    await expectLargeEnough(wall)
    await wall.screenshot({ path: testInfo.outputPath('wall-recognition.png') })
    await desk.screenshot({ path: testInfo.outputPath('console-recognition.png') })
    await panel.getByRole('button', { name: 'Sluit de vraag' }).click()
  })

  await test.step('what came of it leaves the screens with the next step', async () => {
    await evening.command({ type: 'merge' })
    await evening.goToStep('samenvoegen')
    await expect(brams).toHaveCount(0)
  })

  await test.step('what one would change is answered, or stands', async () => {
    await evening.facilitator.post(
      `/api/boards/${await evening.board('vision')}/notes?as=facilitator`,
      {
        id: 'shape:a-sentence-of-us',
        zone: `shape:step-samenvoegen-${SENTENCES}`,
        words: 'Wij bellen altijd terug',
      },
    )
    await panel.getByRole('button', { name: 'Vraag: wat zou jij veranderen?' }).click()
    await brams.getByRole('textbox').fill('Zet erbij: binnen een week')
    await brams.getByRole('button', { name: 'Verstuur' }).tap()
    await expect(brams.getByText('Je antwoord is binnen')).toBeVisible()
    await panel.getByRole('button', { name: 'Onthul de antwoorden' }).click()
    await panel.getByRole('button', { name: 'Sluit de vraag' }).click()
    const answer = panel.getByRole('textbox', { name: 'Antwoord op: Zet erbij: binnen een week' })
    await answer.fill('Staat er nu bij')
    await desk.screenshot({ path: testInfo.outputPath('console-critique.png') })
    await panel.getByRole('button', { name: 'Bewaar antwoord' }).click()
    await expect(brams.getByText('Antwoord van de begeleider: Staat er nu bij')).toBeVisible()
    await bram.page.screenshot({ path: testInfo.outputPath('phone-critique.png') })
    await panel.getByRole('button', { name: 'Neem terug' }).click()
    await panel.getByRole('button', { name: /^Laat staan/ }).click()
    await expect(brams.getByText('Blijft staan')).toBeVisible()
  })
})

/** A screen of the session with a link of its own. */
async function screenOf(
  device: { newPage: () => Promise<Page> },
  evening: Evening,
  role: 'facilitator' | 'wall',
  size: { width: number; height: number } | undefined,
): Promise<Page> {
  const page = await device.newPage()
  if (size !== undefined) await page.setViewportSize(size)
  await page.goto(await evening.link(role))
  return page
}

/** Whatever has words on the wall can be read from ten metres. */
async function expectLargeEnough(wall: Page): Promise<void> {
  const sizes = await wall
    .locator('.stip-wall-question *')
    .evaluateAll((all) =>
      all
        .filter((each) => each.textContent?.trim() !== '' && !each.closest('.stip-hidden'))
        .map((each) => Number.parseFloat(getComputedStyle(each).fontSize)),
    )
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(28)
}
