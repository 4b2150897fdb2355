interface Turn {
  /** Within the period, in milliseconds. */
  readonly at: number
  readonly act: (number: number) => void
}

/**
 * Lets many act so often in a second each, spread evenly over the time: people do not move in step.
 * Says afterwards how late it was, because a driver that cannot keep up measures itself.
 */
export class Pace {
  readonly #turns: readonly Turn[]
  readonly #periodMs: number
  readonly #lateness: number[] = []
  #timer: NodeJS.Timeout | undefined
  #startedAt = 0
  #next = 0

  /** @param acts - Each is called with 1, 2, 3 and so on. */
  constructor(acts: readonly Turn['act'][], perSecond: number) {
    this.#periodMs = 1000 / perSecond
    this.#turns = acts.map((act, index) => ({ at: (index * this.#periodMs) / acts.length, act }))
  }

  start(): void {
    this.#startedAt = performance.now()
    this.#timer = setInterval(() => this.#catchUp(), 1)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** Forgets how late it was until now. */
  forget(): void {
    this.#lateness.length = 0
  }

  /** In milliseconds, of every act since `forget`. */
  get lateness(): readonly number[] {
    return this.#lateness
  }

  #catchUp(): void {
    const now = performance.now()
    for (;;) {
      const round = Math.floor(this.#next / this.#turns.length)
      const turn = this.#turns[this.#next % this.#turns.length]
      if (turn === undefined) return
      const due = this.#startedAt + round * this.#periodMs + turn.at
      if (due > now) return
      this.#next++
      this.#lateness.push(now - due)
      turn.act(round + 1)
    }
  }
}
