/** How much one connection may say: a burst at once, and so much per second in the long run. */
export interface Rate {
  readonly burst: number
  readonly perSecond: number
}

/** What is left of a rate for one connection. */
export class Allowance {
  readonly #rate: Rate
  #left: number
  #countedAt: number

  constructor(rate: Rate, now: number) {
    this.#rate = rate
    this.#left = rate.burst
    this.#countedAt = now
  }

  /** Takes from it; false when there is not that much, and then nothing is taken. */
  take(amount: number, now: number): boolean {
    const { burst, perSecond } = this.#rate
    const grown = this.#left + ((now - this.#countedAt) / 1000) * perSecond
    this.#left = Math.min(burst, grown)
    this.#countedAt = now
    if (this.#left < amount) return false
    this.#left -= amount
    return true
  }
}
