import type { Clock } from '@stip/sync/room'

/** Time that goes on only when a test says so. */
export class ManualClock implements Clock {
  #now = 0
  #timers: { readonly at: number; readonly action: () => void }[] = []

  now(): number {
    return this.#now
  }

  after(ms: number, action: () => void): () => void {
    const timer = { at: this.#now + Math.max(0, ms), action }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  /** Lets time pass, timer by timer; promises that wait on nothing else are settled on the way. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms
    for (;;) {
      for (let turn = 0; turn < 30; turn++) {
        // oxlint-disable-next-line no-await-in-loop
        await Promise.resolve()
      }
      const [next] = this.#timers
        .filter(({ at }) => at <= end)
        .toSorted((one, other) => one.at - other.at)
      if (next === undefined) break
      this.#now = next.at
      this.#timers = this.#timers.filter((timer) => timer !== next)
      next.action()
    }
    this.#now = end
  }
}
