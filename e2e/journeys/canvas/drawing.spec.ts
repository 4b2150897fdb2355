import type { Page } from '@playwright/test'
import { Outline } from '../../people/outline.ts'
import { twoAtWork, twoInGroups } from '../../support/at-work.ts'
import { expect, test } from '../../support/test.ts'

test('a stroke is seen while it is being drawn, and is one thing on the board after that', async ({
  newDevice,
  stip,
}) => {
  const { anna, bram } = await twoAtWork({ newDevice, stip })
  const { mouse } = anna.page
  await anna.board.take('Pen')
  const [from, to] = [await anna.board.pointAt([0.4, 0.4]), await anna.board.pointAt([0.6, 0.5])]
  await mouse.move(from.x, from.y)
  await mouse.down()
  await mouse.move(to.x, to.y, { steps: 20 })
  await expect.poll(() => bram.board.hasWetInk()).toBe(true)
  await expect(bram.board.strokes).toHaveCount(0)
  await mouse.up()
  await expect(bram.board.strokes).toHaveCount(1)
  await expect.poll(() => bram.board.hasWetInk()).toBe(false)
})

test('one looks along with somebody, until one moves oneself', async ({ newDevice, stip }) => {
  const { anna, bram } = await twoAtWork({ newDevice, stip })
  await anna.board.putNote([0.3, 0.4], 'Kijk hier')
  await expect(bram.board.note('Kijk hier')).toBeVisible()
  await bram.board.region.getByText('1 ander hier').click()
  await bram.board.region.getByRole('button', { name: 'Volg Anna' }).click()
  await expect(bram.board.region.getByText('Je kijkt mee met Anna')).toBeVisible()
  const before = await bram.board.note('Kijk hier').boundingBox()
  await anna.board.region.getByRole('button', { name: 'Groter' }).click()
  await expect
    .poll(async () => (await bram.board.note('Kijk hier').boundingBox())?.x)
    .not.toBeCloseTo(before?.x ?? 0, 0)

  const middle = await bram.board.pointAt([0.5, 0.5])
  await bram.page.mouse.move(middle.x, middle.y)
  await bram.page.mouse.wheel(0, 200)
  await expect(bram.board.region.getByText('Je kijkt mee met Anna')).toBeHidden()
})

test('a note needs no aiming, a hoofdpunt is marked with a word, a stip has a sentence', async ({
  newDevice,
  stip,
}) => {
  const { anna, bram } = await twoAtWork({ newDevice, stip })
  await anna.board.writeNote('Meer groen')
  await expect(bram.board.note('Meer groen')).toBeVisible()
  await anna.page.keyboard.press('Shift+N')
  await anna.page.keyboard.type('Minder stoep')
  await anna.board.stopTyping()
  const [one, other] = await Promise.all([
    bram.board.note('Meer groen').boundingBox(),
    bram.board.note('Minder stoep').boundingBox(),
  ])
  expect(
    Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0)),
  ).toBeGreaterThan(50)

  await test.step('a hoofdpunt', async () => {
    await anna.board.note('Meer groen').click()
    await anna.board.region.getByRole('button', { name: 'Hoofdpunt', exact: true }).click()
    await expect(bram.board.region.locator('.stip-key-card')).toHaveText(/Hoofdpunt/)
    await anna.board.region.getByRole('button', { name: 'Terug' }).click()
    await expect(bram.board.region.locator('.stip-key-card')).toHaveCount(0)
  })

  await test.step('a stip, with words that both write', async () => {
    await anna.page.keyboard.press('Escape')
    await anna.board.take('Stip')
    const { x, y } = await anna.board.pointAt([0.2, 0.35])
    await anna.page.mouse.click(x, y)
    await anna.page.keyboard.type('Iedereen doet mee')
    await anna.board.stopTyping()
    await expect(bram.board.note('Iedereen doet mee')).toBeVisible()
    await bram.board.startTypingIn('Iedereen doet mee')
    await bram.page.keyboard.type(', ook jij')
    await bram.board.stopTyping()
    await expect(anna.board.note('Iedereen doet mee, ook jij')).toBeVisible()
  })

  await test.step('a horizon', async () => {
    await anna.board.toolbar.getByText('Meer', { exact: true }).click()
    await anna.board.region.getByRole('button', { name: 'Horizon' }).click()
    const { x, y } = await anna.board.pointAt([0.4, 0.6])
    await anna.page.mouse.click(x, y)
    await expect(bram.board.region.locator('[data-shape-type="horizon"]')).toHaveCount(1)
  })
})

test('with only notes asked for, there is nothing else to make', async ({ newDevice, stip }) => {
  const { anna, evening } = await twoAtWork({ newDevice, stip })
  await expect(anna.board.toolbar.getByRole('button')).toHaveText([
    'Kies',
    'Pen',
    'Tekst',
    'Pijl',
    'Stip',
    'Wissen',
  ])
  await evening.command({ type: 'only-notes', on: true })
  await expect(anna.board.toolbar.getByRole('button')).toHaveText(['Kies'])
  await anna.page.keyboard.press('d')
  const [from, to] = [await anna.board.pointAt([0.4, 0.4]), await anna.board.pointAt([0.6, 0.5])]
  await anna.page.mouse.move(from.x, from.y)
  await anna.page.mouse.down()
  await anna.page.mouse.move(to.x, to.y, { steps: 5 })
  await anna.page.mouse.up()
  await anna.board.writeNote('Alleen dit')
  await expect(anna.board.note('Alleen dit')).toBeVisible()
  await anna.board.isSaved()
  await expect(anna.board.strokes).toHaveCount(0)
  await test.step('nor in the list', async () => {
    const list = new Outline(anna.page)
    await list.open()
    await list.more('Alleen dit').click()
    await expect(list.region.getByRole('button', { name: 'Verplaats' })).toBeVisible()
    await expect(list.region.getByRole('button', { name: 'Verbind met een pijl' })).toHaveCount(0)
    await anna.page.keyboard.press('Escape')
    await anna.page.getByRole('button', { name: 'Bord', exact: true }).click()
  })
  await evening.command({ type: 'only-notes', on: false })
  await expect(anna.board.toolbar.getByRole('button', { name: 'Pen' })).toBeVisible()
})

test('two fingers zoom, one moves the paper, and nothing is drawn by it', async ({
  newDevice,
  stip,
}) => {
  const tablet = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }
  const { anna, bram } = await twoInGroups({ newDevice, stip }, { devices: { Anna: tablet } })
  // On a phone, a step begins with its question.
  const asBoard = anna.page.getByRole('button', { name: 'Bord', exact: true })
  await Promise.all([bram.goToBoard(), anna.goOn(asBoard)])
  await asBoard.click()
  await anna.board.isOpen()
  await bram.board.putNote([0.4, 0.45], 'Vast punt')
  const note = anna.board.note('Vast punt')
  await anna.board.showAll()
  await expect(note).toBeVisible()

  await test.step('every tool stands on the narrowest screen', async () => {
    const buttons = anna.board.region.locator(':is(.stip-chrome, .stip-strip) button:visible')
    const boxes = await buttons.evaluateAll((elements) =>
      elements.map((element) => element.getBoundingClientRect().toJSON() as DOMRect),
    )
    expect(boxes.length).toBeGreaterThan(8)
    for (const { left, right, width, height } of boxes) {
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(320)
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
    }
  })

  await anna.board.take('Pen')
  const wide = (await note.boundingBox())?.width ?? 0
  await pinch(anna.page)
  await expect.poll(async () => (await note.boundingBox())?.width).toBeGreaterThan(wide * 1.3)
  await expect(anna.board.strokes).toHaveCount(0)
})

/** Two fingers that move apart in the middle of the screen. */
async function pinch(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(20) })
  for (let apart = 26; apart <= 80; apart += 6) {
    // oxlint-disable-next-line no-await-in-loop
    await session.send('Input.dispatchTouchEvent', {
      type: 'touchMove',
      touchPoints: fingers(apart),
    })
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

function fingers(apart: number): { x: number; y: number; id: number }[] {
  return [
    { x: 160 - apart, y: 300, id: 1 },
    { x: 160 + apart, y: 300, id: 2 },
  ]
}

test('nothing is forced upon a note in one’s hand, so that hundreds can be moved', async ({
  newDevice,
  stip,
}) => {
  const { anna } = await twoAtWork({ newDevice, stip })
  await anna.page.emulateMedia({ reducedMotion: 'reduce' })
  await anna.board.putNote([0.4, 0.5], 'Meer bomen')
  await anna.board.move('Meer bomen', [0.6, 0.5])
  const forced = await anna.page
    .locator('[data-shape-type="note"]')
    .first()
    .evaluate((note) => {
      const rulesIn = (rules: CSSRuleList): CSSStyleRule[] =>
        [...rules].flatMap((rule) => {
          if (rule instanceof CSSStyleRule) return [rule]
          const isOff = rule instanceof CSSMediaRule && !matchMedia(rule.media.mediaText).matches
          return rule instanceof CSSGroupingRule && !isOff ? rulesIn(rule.cssRules) : []
        })
      return [...document.styleSheets]
        .flatMap(({ cssRules }) => rulesIn(cssRules))
        .filter(({ selectorText, cssText }) => {
          // This is for notes that nobody moves.
          if (selectorText === '.tl-shape.stip-lies') return false
          return cssText.includes('!important') && note.matches(selectorText)
        })
        .map(({ cssText }) => cssText)
    })
  expect(forced).toEqual([])
})
