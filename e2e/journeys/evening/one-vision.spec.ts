import type { Locator, Page } from '@playwright/test'
import { Facilitator } from '../../people/facilitator.ts'
import { FullEvening } from '../../support/full-evening.ts'
import { expect, test } from '../../support/test.ts'

// Whole boards would be copied at every look.
test.use({ trace: 'off' })

const sentence = 'In onze gemeente bouw je samen een brug, ook als hij een beetje scheef wordt.'

test('what groups made becomes one vision, and what is left is in the tray', async ({
  newDevice,
  stip,
}) => {
  const evening = await FullEvening.begin(stip, newDevice)
  await evening.playTo(14)
  const { console: desk, laptop } = evening.pages
  const facilitator = new Facilitator(desk)
  await facilitator.goTo('Van drie stippen naar één visie')
  await facilitator.merge()
  await expect(facilitator.mergeResult).toHaveText(/toegevoegd/)
  await facilitator.openVision()
  await desk.getByRole('button', { name: 'Nog niet verwerkt' }).click()
  await facilitator.openTab('Visie')

  await test.step('hoofdpunten and sentences stand in columns, with their sources', async () => {
    for (const letter of ['a', 'b', 'c']) {
      const cards = await cardsIn(facilitator, `shape:step-samenvoegen-punten-${letter}`)
      expect(cards.length).toBeGreaterThanOrEqual(5)
      expect(cards.every(({ sources }) => sources.length === 1)).toBe(true)
    }
    const sentences = await cardsIn(facilitator, 'shape:step-samenvoegen-visie')
    expect(sentences.map(({ text }) => text)).toContain(sentence)
  })

  const tray = desk.getByRole('complementary', { name: 'Nog niet verwerkt' })
  await expect(tray.getByRole('listitem').first()).toBeVisible()
  const all = await countIn(tray)
  await test.step('a participant reads the tray, and places nothing', async () => {
    await laptop.getByRole('button', { name: 'Nog niet verwerkt' }).click()
    const read = laptop.getByRole('dialog', { name: 'Nog niet verwerkt' })
    await expect(read.getByRole('heading', { name: `Nog niet verwerkt: ${all}` })).toBeVisible()
    await expect(read.getByRole('listitem')).toHaveCount(all)
    await expect(read.getByRole('button', { name: /Zet op de visie/ })).toHaveCount(0)
    await read.getByRole('button', { name: 'Sluit' }).click()
  })

  const { board } = facilitator
  const undo = desk.getByRole('button', { name: 'Maak ongedaan', exact: true })
  await test.step('a card is dragged from the tray into a zone', async () => {
    const words = await wordsOf(tray)
    await drag(desk, tray.getByRole('listitem').first(), board.note('Eén groep zei dit'))
    await hasCount(tray, all - 1)
    const uniek = await cardsIn(facilitator, 'shape:step-samenvoegen-uniek')
    expect(uniek).toMatchObject([{ text: words, sources: [{}] }])
    // One way back at a time, and only for a moment.
    await expect(undo).toHaveCount(0)
  })

  await test.step('the same with the keyboard, and back by one press', async () => {
    await tray.getByLabel('Waar komt het?').selectOption('Hier verschillen we')
    const bring = tray.getByRole('button', { name: /Zet op de visie/ })
    await bring.first().focus()
    await desk.keyboard.press('Enter')
    await undo.click()
    await hasCount(tray, all - 1)
    expect(await cardsIn(facilitator, 'shape:step-samenvoegen-verschil')).toEqual([])
  })

  await test.step('all boards stand beside each other on a board of their own', async () => {
    await facilitator.openTab('Alle borden naast elkaar')
    await expect(board.strokes.first()).toBeVisible()
    await facilitator.backToOverview()
  })

  await test.step('one press takes the merge back, and what was brought stays', async () => {
    await facilitator.undoMerge()
    await expect
      .poll(async () => (await cardsIn(facilitator, 'shape:step-samenvoegen-visie')).length)
      .toBe(0)
    expect(await cardsIn(facilitator, 'shape:step-samenvoegen-uniek')).toHaveLength(1)
    await facilitator.merge()
    await expect(facilitator.mergeResult).toHaveText(/toegevoegd/)
  })

  await test.step('afterwards "Bekijk onze visie" shows what people made', async () => {
    await endSession(desk)
    await laptop.getByRole('button', { name: 'Bekijk onze visie' }).click()
    await expect(laptop.getByText(sentence)).toBeVisible()
  })
  evening.end()
})

interface Card {
  readonly text: string
  readonly sources: readonly unknown[]
  readonly meta: { readonly zone?: string }
}

/** What stands in a zone of the vision, as the server has it. */
async function cardsIn({ page, sessionId }: Facilitator, zone: string): Promise<readonly Card[]> {
  const get = async <Answer>(path: string): Promise<Answer> =>
    page.evaluate(async (address) => (await fetch(address)).json() as Answer, path)
  const { boards } = await get<{ boards: readonly { id: string; kind: string }[] }>(
    `/api/sessions/${sessionId}?as=facilitator`,
  )
  const vision = boards.find(({ kind }) => kind === 'vision')?.id
  const { records } = await get<{ records: readonly Card[] }>(
    `/api/boards/${vision}/export.json?as=facilitator`,
  )
  return records.filter(({ meta }) => meta.zone === zone)
}

/** A zone lies below what one points at, so nothing waits until it is on top. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const target = await to.boundingBox()
  if (target === null) throw new Error('The zone is not on the screen.')
  await from.hover({ position: { x: 20, y: 10 } })
  await page.mouse.down()
  await page.mouse.move(target.x, target.y, { steps: 4 })
  await page.mouse.move(target.x + 10, target.y + 5, { steps: 2 })
  await page.mouse.up()
}

async function countIn(tray: Locator): Promise<number> {
  const title = await tray.getByRole('heading', { level: 2 }).innerText()
  return Number(/\d+/.exec(title)?.[0])
}

async function hasCount(tray: Locator, count: number): Promise<void> {
  await expect(tray.getByRole('heading', { name: `Nog niet verwerkt: ${count}` })).toBeVisible()
}

async function wordsOf(tray: Locator): Promise<string> {
  return tray.getByRole('listitem').first().locator('span').first().innerText()
}

async function endSession(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: 'Meer', exact: true }).click()
  await desk.getByText('Sluit de bijeenkomst af').click()
}
