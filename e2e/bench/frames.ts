import type { CDPSession, Page } from '@playwright/test'
import type { Move } from './people.ts'

interface Probe {
  frames: number[]
  seen: { id: string; x: number; at: number }[]
  stop: () => void
}

/** What a screen did while something happened on it. */
export interface Watched {
  /** Time between two frames, in milliseconds. */
  readonly frames: readonly number[]
  /** Time of the processor that the main thread of the page took, in milliseconds. */
  readonly mainThreadMs: number
  /** Where notes of others were first drawn, and when. */
  readonly seen: readonly Move[]
}

/** Watches the frames of a page, and where some of its notes are, while `work` goes on. */
export async function watch(
  page: Page,
  notes: readonly string[],
  work: () => Promise<void>,
): Promise<Watched> {
  await page.evaluate((ids) => {
    const probe: Probe = { frames: [], seen: [], stop: () => undefined }
    const places = new Map<string, string>()
    const elements = new Map<string, HTMLElement>()
    let last = performance.now()
    let frame = requestAnimationFrame(function look(now) {
      probe.frames.push(now - last)
      last = now
      for (const id of ids) {
        const note =
          elements.get(id) ?? document.querySelector<HTMLElement>(`[data-shape-id="${id}"]`)
        if (note === null) continue
        elements.set(id, note)
        const { transform } = note.style
        if (transform === '' || places.get(id) === transform) continue
        places.set(id, transform)
        const x = Number(transform.split(',')[4])
        probe.seen.push({ id, x, at: Date.now() })
      }
      frame = requestAnimationFrame(look)
    })
    probe.stop = () => cancelAnimationFrame(frame)
    Object.assign(window, { probe })
  }, notes)
  const cdp = await page.context().newCDPSession(page)
  await countTasks(cdp)
  const before = await taskMs(cdp)
  await work()
  const mainThreadMs = (await taskMs(cdp)) - before
  await cdp.detach()
  const { frames, seen } = await page.evaluate(() => {
    const { probe } = window as unknown as { probe: Probe }
    probe.stop()
    return { frames: probe.frames.slice(1), seen: probe.seen }
  })
  return { frames, seen, mainThreadMs }
}

/** From now on what the tasks of the main thread take is counted, by its processor and not by the clock. */
export async function countTasks(cdp: CDPSession): Promise<void> {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
}

/** What all of them took until now. */
export async function taskMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

/** How long moves took from the person who made them to this screen, in milliseconds. */
export function delays(sent: readonly Move[], seen: readonly Move[]): readonly number[] {
  const moments = Map.groupBy(sent, ({ id, x }) => `${id} ${x}`)
  return seen.flatMap(({ id, x, at }) => {
    // A dragged note comes by the same place again after minutes: the last time counts.
    const left = moments.get(`${id} ${x}`)?.findLast((move) => move.at <= at + 1)
    return left === undefined ? [] : [at - left.at]
  })
}
