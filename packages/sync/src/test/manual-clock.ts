import type { Clock } from '../room/index.ts'

/** Time that goes on only when a test says so. */
export class ManualClock implements Clock {
  #now = 0
  #order = 0
  #timers: { readonly at: number; readonly order: number; readonly action: () => void }[] = []

  now(): number {
    return this.#now
  }

  after(ms: number, action: () => void): () => void {
    const timer = { at: this.#now + Math.max(0, ms), order: this.#order++, action }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  /** Time that goes by while something works: nothing else happens meanwhile. */
  work(ms: number): void {
    this.#now += ms
  }

  /** Lets time pass; promises that wait on nothing else are settled on the way. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms
    await settled()
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#now = Math.max(this.#now, next.at)
      this.#timers = this.#timers.filter((timer) => timer !== next)
      next.action()
      await settled()
    }
    this.#now = Math.max(this.#now, end)
  }

  /** Lets as much time pass as something takes. */
  async passUntil<Outcome>(promise: Promise<Outcome>): Promise<Outcome> {
    const ends = { isOver: false }
    const over = (): void => {
      ends.isOver = true
    }
    promise.then(over, over)
    // Moment by moment is what this is about.
    // oxlint-disable-next-line no-await-in-loop
    for (await settled(); !ends.isOver; await settled()) await this.pass(5)
    return promise
  }

  #next(end: number): { readonly at: number; readonly action: () => void } | undefined {
    return this.#timers
      .filter((timer) => timer.at <= end)
      .toSorted((one, other) => one.at - other.at || one.order - other.order)[0]
  }
}

/** Resolves when every promise that waits on nothing else has been settled. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve()
}
