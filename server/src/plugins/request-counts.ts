interface Count {
  current: number
  readonly since: number
}

type Tell = (error: Error | null, result?: { current: number; ttl: number }) => void

/**
 * How often each asked in the time window that began with their first request, by time that only
 * passes. The store that the plugin has by itself goes by the clock of the computer: set back by a
 * day, it goes on with everybody's count for a day.
 */
export class RequestCounts {
  readonly #elapsed: () => number
  readonly #most: number
  /** Who asked last is last. */
  readonly #counts = new Map<string, Count>()

  /** @param most - Of so many the counts are remembered; who asked longest ago is forgotten first. */
  constructor(elapsed: () => number, most: number) {
    this.#elapsed = elapsed
    this.#most = most
  }

  incr(key: string, tell: Tell, windowMs: number): void {
    const now = this.#elapsed()
    const found = this.#counts.get(key)
    const count =
      found === undefined || now - found.since >= windowMs ? { current: 0, since: now } : found
    count.current++
    this.#counts.delete(key)
    this.#counts.set(key, count)
    if (this.#counts.size > this.#most) {
      const [oldest] = this.#counts.keys()
      if (oldest !== undefined) this.#counts.delete(oldest)
    }
    tell(null, { current: count.current, ttl: windowMs - (now - count.since) })
  }

  /** Counts of another route. */
  child(): RequestCounts {
    return new RequestCounts(this.#elapsed, this.#most)
  }
}
