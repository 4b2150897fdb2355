import type { CDPSession, Page } from '@playwright/test'
import { twoInGroups } from '../../support/at-work.ts'
import { expect, test } from '../../support/test.ts'

const tablet = { viewport: { width: 900, height: 700 }, hasTouch: true, isMobile: true }

test('what the first finger of a pinch began is taken back, and what was meant stays', async ({
  newDevice,
  stip,
}) => {
  const { anna, bram } = await twoInGroups({ newDevice, stip }, { devices: { Anna: tablet } })
  await Promise.all([anna.goToBoard(), bram.goToBoard()])
  await bram.board.putNote([0.3, 0.4], 'Vast punt')
  const note = anna.board.note('Vast punt')
  await anna.board.showAll()
  await expect(note).toBeVisible()
  const hand = await Hand.of(anna.page)
  const middle = await anna.board.pointAt([0.5, 0.6])

  for (const tool of ['Pen', 'Pijl', 'Wissen'] as const) {
    await test.step(`six pixels with ${tool}`, async () => {
      await anna.board.take(tool)
      const before = await anna.board.region.locator('[data-shape-type]').count()
      await hand.down(middle)
      await hand.move(6, 2)
      expect(await bram.board.hasWetInk()).toBe(false)
      await hand.pinch()
      await expect(anna.board.region.locator('[data-shape-type]')).toHaveCount(before)
      await expect(bram.board.strokes).toHaveCount(0)
      await expect(bram.board.arrows).toHaveCount(0)
    })
  }

  await test.step('a drag of a note', async () => {
    await anna.board.take('Kies')
    const box = await note.boundingBox()
    if (box === null) throw new Error('The note is not on the screen.')
    const place = await bram.board.note('Vast punt').boundingBox()
    await hand.down({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
    await hand.move(8, 2)
    await hand.pinch()
    expect(await bram.board.note('Vast punt').boundingBox()).toEqual(place)
    await expect(anna.board.region.getByRole('button', { name: 'Terug' })).toBeDisabled()
  })

  await test.step('a long stroke stays, whole, and can be undone', async () => {
    await anna.board.take('Pen')
    await hand.down(middle)
    await hand.move(150, 12)
    await hand.pinch()
    await expect(anna.board.strokes).toHaveCount(1)
    await expect(bram.board.strokes).toHaveCount(1)
    await anna.board.region.getByRole('button', { name: 'Terug' }).click()
    await expect(bram.board.strokes).toHaveCount(0)
  })

  await test.step('one finger draws after that', async () => {
    await anna.board.take('Pen')
    await hand.down(middle)
    await hand.move(80, 8)
    await hand.up()
    await expect(bram.board.strokes).toHaveCount(1)
  })
})

/** A hand on a screen that is touched. */
class Hand {
  readonly #line: CDPSession
  #at = { x: 0, y: 0 }

  private constructor(line: CDPSession) {
    this.#line = line
  }

  static async of(page: Page): Promise<Hand> {
    return new Hand(await page.context().newCDPSession(page))
  }

  async down(at: { readonly x: number; readonly y: number }): Promise<void> {
    this.#at = { ...at }
    await this.#send('touchStart', [{ ...this.#at, id: 1 }])
  }

  async move(pixels: number, steps: number): Promise<void> {
    for (let step = 0; step < steps; step++) {
      this.#at = { x: this.#at.x + pixels / steps, y: this.#at.y }
      // oxlint-disable-next-line no-await-in-loop
      await this.#send('touchMove', [{ ...this.#at, id: 1 }])
    }
  }

  /** A second finger lands, both move apart and are lifted. */
  async pinch(): Promise<void> {
    const second = { x: this.#at.x + 60, y: this.#at.y + 30, id: 2 }
    await this.#send('touchStart', [{ ...this.#at, id: 1 }, second])
    for (let apart = 4; apart <= 24; apart += 4) {
      // oxlint-disable-next-line no-await-in-loop
      await this.#send('touchMove', [
        { x: this.#at.x - apart, y: this.#at.y, id: 1 },
        { ...second, x: second.x + apart },
      ])
    }
    await this.up()
  }

  async up(): Promise<void> {
    await this.#send('touchEnd', [])
  }

  async #send(
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    touchPoints: { x: number; y: number; id: number }[],
  ): Promise<void> {
    await this.#line.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
}
