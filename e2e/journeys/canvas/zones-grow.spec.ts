import type { Page } from '@playwright/test'
import { Outline } from '../../people/outline.ts'
import { twoAtWork } from '../../support/at-work.ts'
import { isKeptOnDevice } from '../../support/kept-on-device.ts'
import { expect, test } from '../../support/test.ts'

const words = 'Woorden erbij'
const drawing = 'Ons plein over tien jaar'
const long = 'Dit is een lange gedachte over het plein, met genoeg woorden voor een hoog briefje. '

test('sixty one-word notes and ninety long ones fit in their zones, and cover nothing', async ({
  newDevice,
  stip,
}) => {
  const { anna, bram } = await twoAtWork({ newDevice, stip })
  const [list, others] = [new Outline(anna.page), new Outline(bram.page)]

  await test.step('two people fill two zones in the list', async () => {
    await Promise.all([list.open(), others.open()])
    await Promise.all([
      fill(list, words, 60, (number) => `Woord${number}`),
      fill(others, drawing, 90, (number) => `${number}. ${long.repeat(1 + (number % 3))}`),
    ])
    await expect(others.note('Woord60', words)).toBeVisible()
    await expect(list.note(/^90\. /, drawing)).toBeVisible()
  })

  await test.step('on both screens zones hold all that is theirs, side by side', async () => {
    await Promise.all([anna, bram].map(({ page }) => toBoard(page)))
    await Promise.all([anna.board.showAll(), bram.board.showAll()])
    await expect.poll(() => placesOn(anna.page, 'note').then(({ length }) => length)).toBe(150)
    const [seen, seenByBram] = await Promise.all([layoutOf(anna.page), layoutOf(bram.page)])
    expect(seenByBram).toEqual(seen)
    expect(touching(seen.notes)).toEqual([])
    expect(touching(seen.zones)).toEqual([])
    for (const note of seen.notes) {
      expect(seen.zones.filter((zone) => isIn(zone, note))).toHaveLength(1)
    }
  })

  await test.step('who was away does the same, and agrees afterwards', async () => {
    await anna.page.context().setOffline(true)
    await list.open()
    await fill(list, words, 5, (number) => `Weg${number}`)
    await isKeptOnDevice(anna.page)
    await bram.board.writeNote('Intussen')
    await anna.page.context().setOffline(false)
    await toBoard(anna.page)
    await anna.board.showAll()
    await bram.board.showAll()
    await expect.poll(() => placesOn(bram.page, 'note').then(({ length }) => length)).toBe(156)
    await anna.board.isSaved()
    expect(await layoutOf(anna.page)).toEqual(await layoutOf(bram.page))
  })
})

/** Writes so many notes under a heading. */
async function fill(
  list: Outline,
  section: string,
  count: number,
  wordsOf: (number: number) => string,
): Promise<void> {
  await list.add(section).click()
  const field = list.section(section).getByRole('textbox')
  for (let number = 1; number <= count; number++) {
    // One after the other is how people write.
    // oxlint-disable-next-line no-await-in-loop
    await field.fill(wordsOf(number))
    // oxlint-disable-next-line no-await-in-loop
    await field.press('Enter')
  }
  await field.press('Escape')
}

async function toBoard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bord', exact: true }).click()
}

interface Place {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

async function layoutOf(page: Page) {
  return { notes: await placesOn(page, 'note'), zones: await placesOn(page, 'zone') }
}

/** Where things stand on screen, in tenths of a pixel, from left to right and from the top. */
function placesOn(page: Page, type: 'note' | 'zone'): Promise<Place[]> {
  return page.locator(`.tl-shape[data-shape-type="${type}"]`).evaluateAll((elements) =>
    elements
      .map((element) => element.getBoundingClientRect())
      .map((box) => [box.x, box.y, box.width, box.height].map((side) => Math.round(side * 10)))
      .map(([x = 0, y = 0, w = 0, h = 0]) => ({ x, y, w, h }))
      .filter(({ w, h }) => w > 0 && h > 0)
      .toSorted((one, other) => one.y - other.y || one.x - other.x),
  )
}

/** Pairs that lie over each other, by more than what rounding does. */
function touching(places: readonly Place[]): (readonly [Place, Place])[] {
  return places.flatMap((one, index) =>
    places
      .slice(index + 1)
      .filter((other) => shared(one.x, one.w, other.x, other.w) > 1)
      .filter((other) => shared(one.y, one.h, other.y, other.h) > 1)
      .map((other) => [one, other] as const),
  )
}

function isIn(zone: Place, { x, y, w, h }: Place): boolean {
  return shared(zone.x, zone.w, x, w) >= w - 1 && shared(zone.y, zone.h, y, h) >= h - 1
}

function shared(from: number, length: number, otherFrom: number, otherLength: number): number {
  return Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom)
}
