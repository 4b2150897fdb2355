import { oneAtWork } from '../../support/at-work.ts'
import { expect, test } from '../../support/test.ts'

test('notes are copied, cut and pasted over plain http', async ({ newDevice, stip }) => {
  const { anna } = await oneAtWork({ newDevice, stip })
  const { page, board } = anna
  const notes = board.region.locator('[data-shape-type="note"]')
  await board.putNote([0.4, 0.4], 'Groen & <samen>')
  await board.note('Groen & <samen>').click()
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+v')
  await expect(notes).toHaveCount(2)
  await page.keyboard.press('Control+x')
  await expect(notes).toHaveCount(1)
  await page.keyboard.press('Control+v')
  await expect(notes).toHaveCount(2)
  await expect(notes.filter({ hasText: 'Groen & <samen>' })).toHaveCount(2)
})
