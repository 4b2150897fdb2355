import { LookBack } from '../../people/look-back.ts'
import { expectUsableByEverybody } from '../../support/accessible.ts'
import { twoAtWork } from '../../support/at-work.ts'
import { expect, test } from '../../support/test.ts'

test('what one deletes, another brings back', async ({ newDevice, stip }) => {
  const { anna, bram } = await twoAtWork({ newDevice, stip })
  await anna.board.putNote([0.4, 0.5], 'Een bank bij de vijver')
  await anna.board.draw([0.6, 0.4], [0.65, 0.5], [0.7, 0.4])
  await bram.board.remove('Een bank bij de vijver')
  await expect(anna.board.note('Een bank bij de vijver')).toHaveCount(0)

  const looking = new LookBack(anna.page)
  const trash = await looking.openTrash()
  const line = trash.getByRole('listitem').filter({ hasText: 'Een bank bij de vijver' })
  await expect(line).toContainText('Briefje')
  await expectUsableByEverybody(anna.page, 'dialog')

  await test.step('with the keyboard', async () => {
    const button = line.getByRole('button', {
      name: 'Zet terug: Briefje “Een bank bij de vijver”',
    })
    await button.focus()
    await anna.page.keyboard.press('Enter')
    await expect(trash.getByRole('status')).toContainText('staat weer op het bord')
    await expect(line).toHaveCount(0)
    await expect(trash).toContainText('De prullenbak is leeg.')
    await expect(bram.board.note('Een bank bij de vijver')).toBeVisible()
  })

  await test.step('and takes that back', async () => {
    await trash.getByRole('button', { name: 'Maak ongedaan' }).click()
    await expect(line).toBeVisible()
    await expect(bram.board.note('Een bank bij de vijver')).toHaveCount(0)
    await line.getByRole('button').click()
    await looking.close(trash)
    for (const { board } of [anna, bram]) {
      await expect(board.note('Een bank bij de vijver')).toBeVisible()
      await board.isSaved()
    }
  })
})
