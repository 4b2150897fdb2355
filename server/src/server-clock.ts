/** The clock of this computer, and time that only passes: the first can be set, the second orders and measures. */
export interface Time {
  /** Milliseconds since 1970, as people read it; may jump at any moment. */
  readonly now: () => number
  /** Milliseconds since some moment; never falls and never jumps. */
  readonly elapsed: () => number
}

/** Computers set their clocks right by so much at once without anybody noticing, in milliseconds. */
const NOTHING_MS = 2000
/** Longer than any code lives. Whoever hands in no `elapsed` cannot have let so much time go by at once. */
const LONGEST_MS = 400 * 24 * 3600 * 1000

/** Notices that the clock of this computer was set: it then differs from the time that passed. */
export class ServerClock implements Time {
  readonly now: () => number
  readonly elapsed: () => number
  readonly #listeners: ((ms: number) => void)[] = []
  #offset: number

  constructor({ now, elapsed }: Time) {
    this.now = now
    this.elapsed = elapsed
    this.#offset = now() - elapsed()
  }

  /** Calls `listener` with how far the clock was set ahead; below 0 it was set back. */
  onSet(listener: (ms: number) => void): void {
    this.#listeners.push(listener)
  }

  check(): void {
    const offset = this.now() - this.elapsed()
    const ms = offset - this.#offset
    if (Math.abs(ms) < NOTHING_MS) return
    this.#offset = offset
    for (const listener of this.#listeners) listener(ms)
  }
}

/** The clock of a server; passing time is read off `now` when only that is given. */
export function clockOf({ now, elapsed }: Partial<Time>): ServerClock {
  return new ServerClock({
    now: now ?? Date.now,
    elapsed: elapsed ?? (now === undefined ? () => performance.now() : elapsedBy(now)),
  })
}

/** Passing time as a clock alone shows it: what goes back, or further ahead than can be, does not count. */
export function elapsedBy(now: () => number): () => number {
  let last = now()
  let passed = 0
  return () => {
    const at = now()
    if (at > last && at - last < LONGEST_MS) passed += at - last
    last = at
    return passed
  }
}

/** Does something later; gives a way to forget it. */
export function afterThat(ms: number, action: () => void): () => void {
  const timer = setTimeout(action, ms)
  // What only waits must not keep a stopping server alive.
  timer.unref()
  return () => clearTimeout(timer)
}
