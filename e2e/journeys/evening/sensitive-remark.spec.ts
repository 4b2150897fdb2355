import type { Page } from '@playwright/test'
import { devices } from '@playwright/test'
import { Board } from '../../people/board.ts'
import { LookBack } from '../../people/look-back.ts'
import { Phone } from '../../people/phone.ts'
import { anEvening } from '../../support/at-work.ts'
import { expect, test } from '../../support/test.ts'

const { defaultBrowserType: _, ...phone } = devices['Pixel 7']
const words = 'Jan uit de Kerkstraat'
const reason = 'Hierin herken je iemand.'

test('[K20] a remark about somebody goes from every screen, and who wrote it reads why', async ({
  newDevice,
  stip,
}) => {
  const wishes = { devices: { Anna: phone, Bram: phone } }
  const { evening, open } = await anEvening({ newDevice, stip }, wishes)
  const [first, second] = [await evening.join('Anna'), await evening.join('Bram')]
  await evening.drawInGroups()
  const boardId = await evening.boardOf(first)
  const [anna, bram] = await Promise.all([open('Anna', first.device), open('Bram', second.device)])
  const phoneOfAnna = new Phone(anna.page)
  await anna.goOn(phoneOfAnna.field)
  await bram.goOn(new Phone(bram.page).field)
  await phoneOfAnna.send(words)
  await phoneOfAnna.isStored()
  // So that every screen shows the board.
  await evening.command({ type: 'spotlight', boardId })
  const desk = await (await newDevice()).newPage()
  await desk.goto(await evening.link('facilitator'))
  await desk.getByRole('button', { name: /^Open bord A · / }).click()
  const wall = await (await newDevice()).newPage()
  await wall.goto(await evening.link('wall'))
  const screens: readonly Page[] = [anna.page, bram.page, desk, wall]

  await test.step('everybody reads it', async () => {
    for (const page of screens) await expect(shown(page)).toBeVisible()
  })

  await test.step('the facilitator takes it away, with a reason', async () => {
    await new Board(desk).note(words).click()
    await desk.getByRole('button', { name: 'Weghalen …' }).click()
    const sheet = desk.getByRole('dialog', { name: 'Haal dit weg' })
    await sheet.getByRole('radio', { name: reason }).check()
    await sheet.getByRole('button', { name: 'Haal weg' }).click()
    for (const page of screens) await expect(page.getByText(words)).toHaveCount(0)
  })

  await test.step('[K21] who wrote it reads why, and nobody else', async () => {
    const told = anna.page.getByRole('alert').filter({ hasText: 'haalde iets weg' })
    await expect(told).toContainText(`De reden: ${reason}`)
    await expect(bram.page.getByText(reason)).toHaveCount(0)
    await expect(wall.getByText(reason)).toHaveCount(0)
    await told.getByRole('button', { name: 'Begrepen' }).click()
    await expect(told).toHaveCount(0)
  })

  await test.step('it is in no Prullenbak', async () => {
    const trash = await new LookBack(desk).openTrash()
    await expect(trash).not.toContainText('Kerkstraat')
    await expect(trash.getByRole('button', { name: /^Zet terug/ })).toHaveCount(0)
    await new LookBack(desk).close(trash)
  })

  await test.step('[K22] the facilitator can put it back', async () => {
    await desk.getByRole('button', { name: 'Terug naar het overzicht' }).click()
    await desk.getByText('Weggehaald (1)').click()
    await desk.getByRole('button', { name: `Zet terug: ${reason}` }).click()
    for (const page of [anna.page, bram.page, wall]) await expect(shown(page)).toBeVisible()
  })
})

/** The words as somebody sees them, on the board or in the list. */
function shown(page: Page) {
  return page.getByText(words).filter({ visible: true }).first()
}
