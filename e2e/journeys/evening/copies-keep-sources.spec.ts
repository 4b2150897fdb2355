import type { Page } from '@playwright/test'
import { Facilitator } from '../../people/facilitator.ts'
import { anEvening } from '../../support/at-work.ts'
import { expect, test } from '../../support/test.ts'

const words = 'Een bankje bij de molen'

test('a card that is copied to the vision leads back to the note of its group', async ({
  newDevice,
  stip,
}) => {
  const { evening, open } = await anEvening(
    { newDevice, stip },
    { format: 'bijeenkomst-1-visie', groupCount: 1 },
  )
  const { device } = await evening.join('Anna')
  await evening.drawInGroups()
  const anna = await open('Anna', device)
  await anna.goToBoard()
  await anna.board.putNote([0.4, 0.5], words)
  await anna.board.isSaved()

  const vision = await evening.board('vision')
  const copies = async () => {
    const { records } = await evening.contentOf(vision)
    const group = await evening.boardOfGroup('A')
    return records
      .filter(({ text }) => text === words)
      .map(({ sources }) => sources.some((one) => JSON.stringify(one).includes(group)))
  }
  const browser = await newDevice()
  const page = await browser.newPage()
  await page.goto(await evening.link('facilitator'))
  const facilitator = new Facilitator(page)
  const { board } = facilitator

  await test.step('copied on the board of the group, and pasted on the vision', async () => {
    await facilitator.openBoard('A · Groep A')
    await board.showAll()
    await board.note(words).click()
    await page.keyboard.press('Control+c')
    await facilitator.openTab('Visie')
    await focusOn(page)
    await page.keyboard.press('Control+v')
    await expect.poll(copies).toEqual([true])
  })

  await test.step('doubled, and dragged with Alt', async () => {
    await page.keyboard.press('Control+d')
    await expect.poll(copies).toEqual([true, true])
    await page.keyboard.press('Escape')
    await page.keyboard.down('Alt')
    await board.move(words, [0.2, 0.7])
    await page.keyboard.up('Alt')
    await expect.poll(copies).toEqual([true, true, true])
  })

  await test.step('one reads where it comes from', async () => {
    // Of copies that lie half over each other, the one that was dragged away.
    const { x, y } = await board.pointAt([0.2, 0.7])
    await page.mouse.click(x, y)
    await page.getByRole('button', { name: 'Waar komt dit vandaan?' }).click()
    const panel = page.getByRole('dialog', { name: 'Waar komt dit vandaan?' })
    await expect(panel.getByText('Groep A')).toBeVisible()
    await expect(panel.getByText(words)).toBeVisible()
    await page.keyboard.press('Escape')
  })
})

/** The keyboard is for the board. */
async function focusOn(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Bord', exact: true }).locator('.tl-canvas').click()
}
