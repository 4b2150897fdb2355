import type { Locator } from '@playwright/test'
import { Outline } from '../../people/outline.ts'
import { twoAtWork } from '../../support/at-work.ts'
import { expect, test } from '../../support/test.ts'

const first = 'Op ons plein is plek voor iedereen, van de schoolkinderen tot de oudste buren.'
const second = 'In de avond brandt er licht.'

test('the sentence of a group is a text that reads large and grows', async ({
  newDevice,
  stip,
}) => {
  const { anna, bram } = await twoAtWork({ newDevice, stip })
  const list = new Outline(bram.page)
  const zone = anna.board.region.getByRole('region', { name: 'Onze zin' })
  const before = await boxOf(zone)

  await test.step('two taps in the zone begin a text as wide as the zone', async () => {
    const { x, y, width, height } = await boxOf(zone)
    await anna.page.mouse.dblclick(x + width / 2, y + height * 0.8)
    await expect(anna.board.region.locator('[contenteditable="true"]')).toBeFocused()
    await anna.page.keyboard.type(first)
    await anna.board.stopTyping()
    const text = anna.board.region.locator('[data-shape-type="text"]')
    await expect(text).toHaveCount(1)
    expect((await boxOf(text)).width).toBeGreaterThan(width * 0.9)
    expect((await letters(text)) / (await zoomOf(zone))).toBeGreaterThanOrEqual(44)
    await expect(anna.board.region.locator('[data-shape-type="note"]')).toHaveCount(0)
  })

  await test.step('in the list one is asked for a sentence, not for a note', async () => {
    await list.open()
    await expect(list.note(first, 'Onze zin')).toContainText('Tekst')
    await list.region.getByRole('button', { name: 'Nieuwe zin in Onze zin' }).click()
    const field = list.section('Onze zin').getByRole('textbox', { name: 'Zin in Onze zin' })
    await field.fill(second)
    await field.press('Enter')
    await expect(list.note(second, 'Onze zin')).toBeVisible()
  })

  await test.step('what gets longer moves the next one down, and the zone goes along', async () => {
    await expect(anna.board.note(second)).toBeVisible()
    await list
      .note(first, 'Onze zin')
      .getByRole('button', { name: /^Bewerk/ })
      .click()
    const words = list.section('Onze zin').getByRole('textbox', { name: /^De woorden/ })
    await words.fill(`${first} ${first.repeat(4)}`)
    await words.press('Escape')
    await bram.board.isSaved()
    await expect(anna.board.note(`${first} ${first}`)).toBeVisible()
    const [long, short] = ['[data-shape-type="text"]'].flatMap((kind) => [
      anna.board.region.locator(kind).filter({ hasText: first }),
      anna.board.region.locator(kind).filter({ hasText: second }),
    ])
    if (long === undefined || short === undefined) throw new Error('There are not two sentences.')
    const [top, bottom, around] = [await boxOf(long), await boxOf(short), await boxOf(zone)]
    expect(bottom.y).toBeGreaterThanOrEqual(top.y + top.height - 1)
    expect(around.y + around.height).toBeGreaterThanOrEqual(bottom.y + bottom.height - 1)
    expect(around.height / around.width).toBeGreaterThan(before.height / before.width)
  })
})

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('It is not on the screen.')
  return box
}

/** How high letters are on the screen, in pixels. */
function letters(text: Locator): Promise<number> {
  return text.locator('.tl-rich-text').evaluate((words: HTMLElement) => {
    const enlarged = words.getBoundingClientRect().width / words.offsetWidth
    return Number.parseFloat(getComputedStyle(words).fontSize) * enlarged
  })
}

function zoomOf(zone: Locator): Promise<number> {
  return zone.evaluate(
    (element: HTMLElement) => element.getBoundingClientRect().width / element.offsetWidth,
  )
}
