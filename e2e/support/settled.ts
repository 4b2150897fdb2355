import type { Page } from '@playwright/test'

/** For so many pictures in a row nothing may change. */
const CALM_FRAMES = 12

/** Waits until a page has its letters, and what is on it stands still. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async (frames) => {
    await document.fonts.ready
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- It runs in the page.
    const look = (): string => {
      const count = document.querySelectorAll('*').length
      // Where the board is looked at from, and what stands where on the page.
      const places = [...document.querySelectorAll('.tl-html-layer, main, header, ul')].map(
        (one) => {
          const { x, y, width, height } = one.getBoundingClientRect()
          return [x, y, width, height].map(Math.round).join(',')
        },
      )
      return `${count} ${places.join(' ')}`
    }
    let [before, calm] = ['', 0]
    // A line of news does not keep us here for ever.
    for (let frame = 0; calm < frames && frame < 50 * frames; frame++) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const now = look()
      calm = now === before ? calm + 1 : 0
      before = now
    }
  }, CALM_FRAMES)
}
