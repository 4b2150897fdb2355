import type { Page } from '@playwright/test'
import { Outline } from '../../people/outline.ts'
import { Participant } from '../../people/participant.ts'
import { oneAtWork } from '../../support/at-work.ts'
import { noteTexts } from '../../support/evening.ts'
import { expect, test } from '../../support/test.ts'

type Leave = (page: Page) => Promise<unknown>

/** How a page goes: its tab is closed, it is loaded again, or one goes elsewhere. */
const ways: readonly (readonly [name: string, leave: Leave])[] = [
  ['dicht', (page) => page.close()],
  // Without a connection there is no page to load, but the old one is gone.
  ['opnieuw', (page) => page.reload().catch(() => undefined)],
  ['elders', (page) => page.goto('about:blank')],
]

test('letters typed right before a page goes are there when it is back', async ({
  newDevice,
  stip,
}) => {
  const { evening, anna } = await oneAtWork({ newDevice, stip })
  const device = anna.page.context()
  const address = anna.page.url()
  const boardId = await evening.boardOfGroup('A')
  const written: string[] = []
  let person = anna
  await person.board.isSaved()

  for (const [name, leave] of ways) {
    await test.step(`on the board, ${name}`, async () => {
      const words = `Bord ${name} tot en met de laatste letter`
      const { page } = person
      await page.getByRole('button', { name: 'Nieuw briefje' }).click()
      await expect(page.locator('[contenteditable="true"]')).toBeFocused()
      await device.setOffline(true)
      await page.keyboard.type(words)
      written.push(words)
      person = await comesBack(page, leave)
      await expect(person.board.note(words)).toBeVisible()
      await person.board.isSaved()
    })
  }

  await test.step('in the list, with a word that the keyboard of a phone still composes', async () => {
    const { page } = person
    await new Outline(page).open()
    await page
      .getByRole('button', { name: /^Bewerk: “Bord/ })
      .first()
      .click()
    await expect(page.getByRole('textbox')).toBeFocused()
    const keyboard = await device.newCDPSession(page)
    await device.setOffline(true)
    await page.keyboard.type(' en ook ')
    const composed = { text: 'samengesteld', selectionStart: 12, selectionEnd: 12 }
    await keyboard.send('Input.imeSetComposition', composed)
    person = await comesBack(page, (gone) => gone.close())
    const list = new Outline(person.page)
    await list.isOpen()
    await expect(list.note(' en ook samengesteld')).toBeVisible()
    await person.page.getByRole('button', { name: 'Bord', exact: true }).click()
    await person.board.isOpen()
  })

  await test.step('and the server has them all, once', async () => {
    await person.board.isSaved()
    const texts = noteTexts(await evening.contentOf(boardId))
    expect(texts).toHaveLength(written.length)
    for (const words of written) {
      expect(texts.filter((text) => text.startsWith(words))).toHaveLength(1)
    }
  })

  async function comesBack(page: Page, leave: Leave): Promise<Participant> {
    await leave(page)
    const next = await device.newPage()
    if (!page.isClosed()) await page.close()
    await device.setOffline(false)
    await next.goto(address)
    return Participant.on(next, 'Anna')
  }
})
