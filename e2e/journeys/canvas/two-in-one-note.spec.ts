import { twoAtWork } from '../../support/at-work.ts'
import { patience } from '../../support/patience.ts'
import { expect, test } from '../../support/test.ts'

test('two people type in one note at the same time, and both texts survive', async ({
  newDevice,
  stip,
}) => {
  const { anna, bram } = await twoAtWork({ newDevice, stip })

  await anna.board.putNote([0.5, 0.5], 'samen')
  await expect(bram.board.note('samen')).toBeVisible()
  await anna.board.startTypingIn('samen')
  await bram.board.startTypingIn('samen')
  await anna.board.caretToStart()
  await Promise.all([anna.page.keyboard.type('Vanavond '), bram.page.keyboard.type(' koken')])
  await Promise.all([anna.board.stopTyping(), bram.board.stopTyping()])
  for (const { board } of [anna, bram]) {
    await expect(board.note('Vanavond samen koken')).toBeVisible()
    await board.isSaved()
  }

  await test.step('each undoes only what they did themselves', async () => {
    const back = bram.board.region.getByRole('button', { name: 'Terug' })
    // Who pauses while typing takes more than one step.
    await expect(async () => {
      if (await back.isEnabled()) await back.click({ timeout: patience.oneTry })
      // Looked at once: what was taken back shows in the button at once, or the next try sees it.
      expect(await back.isDisabled()).toBe(true)
    }).toPass()
    for (const { board } of [anna, bram]) {
      await expect(board.note(/^Vanavond samen$/)).toBeVisible()
    }
  })
})

test('who opens a note with a click beside its words keeps them, and writes after them', async ({
  newDevice,
  stip,
}) => {
  const { anna, bram } = await twoAtWork({ newDevice, stip })
  await anna.board.putNote([0.5, 0.5], 'samen')
  await expect(bram.board.note('samen')).toBeVisible()
  await bram.board.take('Kies')
  const words = await bram.board.note('samen').boundingBox()
  if (words === null) throw new Error('The note is not on the screen.')
  const [x, y] = [words.x - 6, words.y + words.height / 2]
  // So far above the words that both clicks do not count as a double one.
  await bram.page.mouse.click(x, y - 50)
  await expect(bram.board.region.getByRole('button', { name: 'Verwijder' })).toBeVisible()
  await bram.page.mouse.click(x, y)
  await expect(bram.board.region.locator('[contenteditable="true"]')).toBeFocused()
  await bram.page.keyboard.type(' koken')
  await bram.board.stopTyping()
  for (const { board } of [anna, bram]) await expect(board.note('samen koken')).toBeVisible()
})

test('people see each other move, with name, when the step is not anonymous', async ({
  newDevice,
  stip,
}) => {
  const { anna, bram } = await twoAtWork({ newDevice, stip })
  await anna.board.draw([0.3, 0.4], [0.35, 0.5])
  await expect(bram.board.strokes).toHaveCount(1)
  await expect(bram.board.cursorOf('Anna')).toBeVisible()
})
