import type { Locator } from '@playwright/test'
import { Outline } from '../../people/outline.ts'
import { Phone } from '../../people/phone.ts'
import { anEvening } from '../../support/at-work.ts'
import { expect, test } from '../../support/test.ts'

const hand = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const long =
  'De gemeente belt eerst aan bij de buren voordat er iets verandert aan het plein in de straat, en vraagt wat wij daar zelf al doen.'

test('what somebody types is seen whole, and nobody is pulled away from it', async ({
  newDevice,
  stip,
}) => {
  const { evening, open } = await anEvening(
    { newDevice, stip },
    { format: 'bijeenkomst-1-visie', groupCount: 2, devices: { Anna: hand, Bram: undefined } },
  )
  const [first, second] = [await evening.join('Anna'), await evening.join('Bram')]
  await evening.makeGroups()
  const goTo = async (id: string): Promise<void> => {
    const { steps } = (await evening.view()) as unknown as { steps: readonly { id: string }[] }
    await evening.command({ type: 'go-to-step', position: steps.findIndex((one) => one.id === id) })
  }
  const show = async (boardId: string | null): Promise<void> =>
    evening.command({ type: 'spotlight', boardId })
  await goTo('open-staan')
  const [anna, bram] = await Promise.all([open('Anna', first.device), open('Bram', second.device)])
  const phone = new Phone(anna.page)
  await anna.goOn(phone.field)
  await bram.goToBoard()
  const list = new Outline(bram.page)
  await list.open()
  const waits = 'Iedereen kijkt nu naar een bord. Je gaat mee als je klaar bent.'

  await test.step('a long sentence goes on to the next line', async () => {
    await phone.field.fill(long)
    await isSeenWhole(phone.field)
    await phone.send(long)
    await phone.isStored()
    const own = await phone.openList('Mijn briefjes (1)')
    await own.getByRole('button', { name: /^Bewerk/ }).tap()
    await isSeenWhole(own.getByRole('textbox'))
    await own.getByRole('button', { name: 'Klaar' }).tap()
    await list.add('Dit zie je als de gemeente openstaat').click()
    await list.region.getByRole('textbox').fill(long)
    await isSeenWhole(list.region.getByRole('textbox'))
  })

  await test.step('what everybody is shown waits for them, in the hand and in the list', async () => {
    await phone.field.fill('Half een w')
    await list.region.getByRole('textbox').fill('Half een z')
    await show(await evening.boardOfGroup('B'))
    for (const { page } of [anna, bram]) await expect(page.getByText(waits)).toBeVisible()
    await anna.page.keyboard.type('oord')
    await expect(phone.field).toHaveValue('Half een woord')
    await bram.page.keyboard.type('in')
    await expect(list.region.getByRole('textbox')).toHaveValue('Half een zin')
  })

  await test.step('and is there when they are done', async () => {
    await phone.sendButton.tap()
    await expect(phone.field).toBeHidden()
    await expect(anna.page.getByText('Iedereen kijkt nu naar dit bord.')).toBeVisible()
    await bram.page.getByRole('button', { name: 'Ga nu mee' }).click()
    await expect(bram.page.getByText('Iedereen kijkt nu naar dit bord.')).toBeVisible()
    await expect(list.region).toBeHidden()
  })

  await test.step('on the board as well', async () => {
    await show(null)
    await bram.page.getByRole('button', { name: 'Bord', exact: true }).click()
    await bram.board.isOpen()
    await bram.board.region.getByRole('button', { name: 'Nieuw briefje' }).click()
    await bram.page.keyboard.type('Nog een ')
    await show(await evening.boardOfGroup('B'))
    await expect(bram.page.getByText(waits)).toBeVisible()
    await bram.page.keyboard.type('woord')
    await expect(bram.board.note('Nog een woord')).toBeVisible()
    await bram.board.stopTyping()
    await expect(bram.page.getByText('Iedereen kijkt nu naar dit bord.')).toBeVisible()
  })

  await test.step('while a board is shown one writes for the step', async () => {
    await show(null)
    await goTo('delen')
    for (const letter of ['A', 'B']) {
      await show(await evening.boardOfGroup(letter))
      await expect(anna.page.getByText('Iedereen kijkt nu naar dit bord.')).toBeVisible()
      await phone.choose('Schrijf')
      await phone.send(`Dit mis ik bij ${letter}`)
      await phone.isStored()
    }
    const { records } = await evening.contentOf(await evening.board('vision'))
    expect(records.filter(({ text }) => text.startsWith('Dit mis ik bij'))).toHaveLength(2)
  })
})

/** Words that do not fit on one line go on below, and the field shows all of them. */
async function isSeenWhole(field: Locator): Promise<void> {
  const size = await field.evaluate((element) => ({
    over: element.scrollWidth - element.clientWidth,
    below: element.scrollHeight - element.clientHeight,
  }))
  expect(size.over).toBe(0)
  expect(size.below).toBeLessThanOrEqual(1)
}
