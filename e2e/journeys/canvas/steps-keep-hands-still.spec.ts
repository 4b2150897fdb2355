import type { Locator } from '@playwright/test'
import { oneAtWork } from '../../support/at-work.ts'
import { expect, test } from '../../support/test.ts'

const words = 'Dit blijft staan'

test('a step that begins lets go what was chosen, and waits for hands', async ({
  newDevice,
  stip,
}) => {
  const { evening, anna } = await oneAtWork(
    { newDevice, stip },
    { format: 'bijeenkomst-1-visie', groupCount: 1 },
  )
  const { page, board } = anna
  const isAt = (title: string) =>
    expect(page.getByRole('banner').getByText(title, { exact: true })).toBeVisible()
  const waits = page.getByText('als je klaar bent')
  await board.putNote([0.4, 0.4], words)
  await board.isSaved()

  await test.step('Delete removes nothing that is out of sight', async () => {
    await board.note(words).click()
    const chosen = page.getByRole('button', { name: 'Waar komt dit vandaan?' })
    await expect(chosen).toBeVisible()
    await isAt(await evening.goToStep('open-staan'))
    await expect(chosen).toBeHidden()
    await page.keyboard.press('Delete')
    await page.keyboard.press('Backspace')
    await board.isSaved()
    const { records } = await evening.contentOf(await evening.boardOfGroup('A'))
    expect(records.map(({ text }) => text)).toContain(words)
  })

  await test.step('the view stays while somebody types, and goes when that is done', async () => {
    await board.putNote([0.5, 0.5], 'Ik schrijf')
    await board.startTypingIn('Ik schrijf')
    const before = await placeOf(board.note('Ik schrijf'))
    const title = await evening.goToStep('loslaten')
    await expect(waits).toBeVisible()
    await page.keyboard.type(' nog')
    const after = await placeOf(board.note('Ik schrijf nog'))
    expect(after.y).toBeCloseTo(before.y, -1)
    await board.stopTyping()
    await isAt(title)
    await expect(board.note('Wat geven we uit handen?')).toBeInViewport()
  })

  await test.step('and while somebody drags', async () => {
    await board.putNote([0.5, 0.5], 'Ik sleep')
    const { x, y } = await placeOf(board.note('Ik sleep'))
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 40, y, { steps: 4 })
    const title = await evening.goToStep('van-naar')
    await expect(waits).toBeVisible()
    const held = await placeOf(board.note('Ik sleep'))
    expect(held.x).toBeCloseTo(x + 40, -1)
    expect(held.y).toBeCloseTo(y, -1)
    await page.mouse.up()
    await isAt(title)
    await expect(board.note('Wat gaat al goed?')).toBeInViewport()
  })
})

/** The middle of something on the screen. */
async function placeOf(thing: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await thing.boundingBox()
  if (box === null) throw new Error('It is not on the screen.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
