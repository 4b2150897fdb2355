import type { Page } from '@playwright/test'
import { patience } from './patience.ts'

/** For so many pictures in a row nothing may change. */
const CALM_FRAMES = 12

/** What a page says while what it is about is still to come. */
const stillToCome = /gaat open|Even geduld …|Het duurt langer dan anders/

/**
 * Waits until a page shows what the moment is about, has its letters, and stands still. Who is told
 * first which group they are in, goes on from there.
 */
export async function settled(page: Page): Promise<void> {
  const group = page.locator('.stip-reveal')
  await page.waitForFunction(
    ({ words }) => {
      const seen = document.body.innerText.trim()
      return (
        seen !== '' &&
        !new RegExp(words).test(seen) &&
        document.querySelector('.stip-loading') === null
      )
    },
    { words: stillToCome.source },
    { timeout: patience.look },
  )
  if (await group.isVisible()) {
    await group.getByRole('button').click()
    await group.waitFor({ state: 'detached', timeout: patience.look })
    await settled(page)
    return
  }
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
