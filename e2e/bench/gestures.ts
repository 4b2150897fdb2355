import type { Page } from '@playwright/test'

/** What a person does on a board for some seconds. */
export type Gesture = 'pan' | 'zoom' | 'drag one' | 'drag all'

export const gestures: readonly Gesture[] = ['pan', 'zoom', 'drag one', 'drag all']

const FRAME_MS = 1000 / 60

/** Carries out a gesture with the mouse, as smoothly as a hand, on the board in the middle of `box`. */
export async function perform(
  page: Page,
  gesture: Gesture,
  { note, durationMs }: { readonly note: string; readonly durationMs: number },
): Promise<void> {
  const box = await page.locator(`[data-shape-id="${note}"]`).boundingBox()
  if (box === null) throw new Error(`The note ${note} is not on the screen.`)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  if (gesture === 'pan') {
    await atPace(durationMs, (step) => page.mouse.wheel(wave(step, 45) * 12, wave(step, 60) * 8))
  } else if (gesture === 'zoom') {
    await page.keyboard.down('Control')
    await atPace(durationMs, (step) => page.mouse.wheel(0, wave(step, 30) * 8))
    await page.keyboard.up('Control')
  } else {
    if (gesture === 'drag all') await page.keyboard.press('Control+a')
    await page.mouse.down()
    await atPace(durationMs, (step) => page.mouse.move(x + Math.sin(step / 15) * 60, y + step / 20))
    await page.mouse.up()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  }
}

/** As often as a screen draws, without catching up on what was late. */
async function atPace(durationMs: number, work: (step: number) => Promise<void>): Promise<void> {
  const start = performance.now()
  for (let step = 0; performance.now() - start < durationMs; step++) {
    const next = performance.now() + FRAME_MS
    await work(step)
    const left = next - performance.now()
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left))
  }
}

/** There and back: 1 during `period` steps, then -1 as long. */
function wave(step: number, period: number): number {
  return Math.floor(step / period) % 2 === 0 ? 1 : -1
}
