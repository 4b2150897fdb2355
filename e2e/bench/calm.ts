import type { Page } from '@playwright/test'

/** So many frames in a row in which nothing came or went. */
const QUIET_FRAMES = 30
/** A machine that others keep busy may never be calm; then what it does is what is measured. */
const PATIENCE_MS = 60_000

/** Waits until a page has drawn what it had to draw: for half a second nothing is put in it or taken out. */
export async function calm(page: Page): Promise<void> {
  await page.evaluate(
    ([quiet, patience]) =>
      new Promise<void>((resolve) => {
        const start = performance.now()
        let frames = 0
        const observer = new MutationObserver(() => (frames = 0))
        observer.observe(document.body, { childList: true, subtree: true })
        requestAnimationFrame(function look(now) {
          if (frames++ < quiet && now - start < patience) {
            requestAnimationFrame(look)
            return
          }
          observer.disconnect()
          resolve()
        })
      }),
    [QUIET_FRAMES, PATIENCE_MS] as const,
  )
}
