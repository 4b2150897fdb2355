const MINUTE_MS = 60_000
const MAXIMUM_ADDRESSES = 10_000

interface Limits {
  readonly perAddress: number
  readonly inAll: number
}

/**
 * Counts tries that failed, per address and in all, per minute. Only failures count: sixty
 * phones behind one router of a town hall that scan the same code within a minute are welcome.
 */
export class FailureLimit {
  readonly #limits: Limits
  readonly #now: () => number
  #minute = 0
  #inAll = 0
  #failures = new Map<string, number>()

  constructor(limits: Limits, now: () => number) {
    this.#limits = limits
    this.#now = now
  }

  isReached(address: string): boolean {
    this.#turnPage()
    const own = this.#failures.get(address) ?? 0
    return own >= this.#limits.perAddress || this.#inAll >= this.#limits.inAll
  }

  count(address: string): void {
    this.#turnPage()
    this.#inAll += 1
    if (this.#failures.size < MAXIMUM_ADDRESSES || this.#failures.has(address)) {
      this.#failures.set(address, (this.#failures.get(address) ?? 0) + 1)
    }
  }

  #turnPage(): void {
    const minute = Math.floor(this.#now() / MINUTE_MS)
    if (minute === this.#minute) return
    this.#minute = minute
    this.#inAll = 0
    this.#failures = new Map()
  }
}
