import type { Locator } from '@playwright/test'
import { LookBack } from '../../people/look-back.ts'
import { Outline } from '../../people/outline.ts'
import { twoAtWork } from '../../support/at-work.ts'
import { expect, test } from '../../support/test.ts'

test('what one points at with light others see, and nothing of it stays', async ({
  newDevice,
  stip,
}) => {
  const { anna, bram } = await twoAtWork({ newDevice, stip })
  const { mouse } = anna.page
  await anna.board.toolbar.getByText('Meer', { exact: true }).click()
  await anna.board.region.getByRole('button', { name: 'Wijs aan' }).click()
  const [from, to] = [await anna.board.pointAt([0.4, 0.4]), await anna.board.pointAt([0.5, 0.5])]
  await mouse.move(from.x, from.y)
  await mouse.down()
  await mouse.move(to.x, to.y, { steps: 10 })
  await expect.poll(() => bram.board.hasWetInk()).toBe(true)
  await mouse.up()
  await expect.poll(() => bram.board.hasWetInk()).toBe(false)
  for (const { board } of [anna, bram]) await expect(board.strokes).toHaveCount(0)
})

test('what one has chosen others see outlined, until it is let go', async ({ newDevice, stip }) => {
  const { anna, bram } = await twoAtWork({ newDevice, stip })
  await anna.board.putNote([0.4, 0.5], 'Meer bomen')
  await expect(bram.board.note('Meer bomen')).toBeVisible()
  await anna.board.take('Kies')
  await anna.board.note('Meer bomen').click()
  await expect(bram.board.chosenByOthers).toHaveCount(1)
  const paper = bram.board.region.locator('.stip-note').first()
  const [around, note] = [
    await bram.board.chosenByOthers.locator('path,rect').first().boundingBox(),
    await paper.boundingBox(),
  ]
  expect(around?.x).toBeCloseTo(note?.x ?? 0, -1)
  await anna.page.keyboard.press('Escape')
  await expect(bram.board.chosenByOthers).toHaveCount(0)
})

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
]) {
  test(`nothing lies over the tools while something is chosen, at ${viewport.width} px`, async ({
    newDevice,
    stip,
  }) => {
    const { bram } = await twoAtWork({ newDevice, stip }, { devices: { Bram: { viewport } } })
    await bram.board.putNote([0.4, 0.5], 'Meer bomen')
    await bram.board.take('Kies')
    await bram.board.note('Meer bomen').click()
    const ask = bram.page.getByRole('button', { name: 'Waar komt dit vandaan?' })
    await expect(ask).toBeVisible()
    const controls = await controlsOf(bram.board.region)
    expect(controls.length).toBeGreaterThan(12)
    expect(coveredAmong(controls)).toEqual([])
    await new LookBack(bram.page).askOrigin()
  })

  test(`nor beside the list, with one tool more, at ${viewport.width} px`, async ({
    newDevice,
    stip,
  }) => {
    const { evening, bram } = await twoAtWork(
      { newDevice, stip },
      { devices: { Bram: { viewport } } },
    )
    await evening.command({ type: 'allow-images', on: true })
    await bram.board.putNote([0.4, 0.5], 'Meer bomen')
    await new Outline(bram.page).open('Naast elkaar')
    await bram.board.take('Kies')
    await bram.board.note('Meer bomen').click()
    await expect(bram.board.toolbar.getByRole('button', { name: 'Foto' })).toBeVisible()
    await expect(bram.board.region.getByRole('button', { name: 'Verwijder' })).toBeVisible()
    expect(coveredAmong(await controlsOf(bram.board.region))).toEqual([])
  })
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Control {
  readonly name: string
  readonly box: Box
}

/** All that one can press on a board, the mark of tldraw, and the pill that says where the work is. */
function controlsOf(board: Locator): Promise<Control[]> {
  const shown =
    ':is(.stip-chrome, .stip-strip, .tl-watermark_SEE-LICENSE) :is(button, label, summary):visible, [role="status"]:visible'
  return board.locator(shown).evaluateAll((elements) =>
    elements.map((element) => ({
      name: element.ariaLabel ?? element.textContent ?? '',
      box: element.getBoundingClientRect().toJSON() as Box,
    })),
  )
}

/** Names of controls that lie over each other. */
function coveredAmong(controls: readonly Control[]): string[] {
  return controls.flatMap((one, place) =>
    controls
      .slice(place + 1)
      .filter((other) => overlap(one.box, other.box) > 0)
      .map((other) => `${one.name} and ${other.name}`),
  )
}

/** How much of the screen two things share, in square pixels. */
function overlap(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return Math.max(0, width) * Math.max(0, height)
}
