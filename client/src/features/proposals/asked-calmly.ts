import type { Problem } from '@stip/api'
import type { Answer } from '../../live/requests/ask.ts'

/** What was answered, as far as it is known. */
export interface AskedState<Value> {
  /** Of things as they were when it was last asked; undefined until the first answer. */
  readonly value: Value | undefined
  /** Whether things may have changed since, and an answer is on its way. */
  readonly isLoading: boolean
  /** Why the last question was not answered; what was known before stays. */
  readonly problem: Problem | undefined
}

interface AskedOptions<Value> {
  readonly ask: () => Promise<Answer<Value>>
  /** Calls `then` after so many milliseconds; what it gives stops that. */
  readonly wait: (ms: number, then: () => void) => () => void
  readonly tell: (state: AskedState<Value>) => void
}

/** Who moves cards about is done for a moment by then. Milliseconds. */
const CALM_MS = 2_000
/** Who was not answered asks again after this long, in milliseconds. */
const AGAIN_MS = 15_000

export const nothingYet = {
  value: undefined,
  isLoading: true,
  problem: undefined,
} as const satisfies AskedState<unknown>

/** Asks anew what is dear to work out when things changed: one question at a time, and calmly. */
export class AskedCalmly<Value> {
  readonly #options: AskedOptions<Value>
  #state: AskedState<Value> = nothingYet
  #key: string | undefined
  /** What it was asked about last. */
  #asked: string | undefined
  #stopWaiting: (() => void) | undefined
  #isAsking = false
  #isClosed = false

  constructor(options: AskedOptions<Value>) {
    this.#options = options
  }

  /** @param key - Other when things are otherwise; undefined while nobody knows. */
  changed(key: string | undefined): void {
    if (key === undefined || key === this.#key) return
    const isFirst = this.#key === undefined
    this.#key = key
    this.#tell({ isLoading: true })
    if (!this.#isAsking) this.#after(isFirst ? 0 : CALM_MS)
  }

  /** Asks now, for who saw that it failed. */
  again(): void {
    if (this.#key === undefined || this.#isAsking) return
    this.#tell({ isLoading: true })
    this.#after(0)
  }

  /** Whatever still comes is told to nobody. */
  close(): void {
    this.#isClosed = true
    this.#stopWaiting?.()
  }

  #after(ms: number): void {
    this.#stopWaiting?.()
    this.#stopWaiting = this.#options.wait(ms, () => void this.#ask())
  }

  async #ask(): Promise<void> {
    if (this.#isClosed) return
    this.#isAsking = true
    this.#asked = this.#key
    const answer = await this.#options.ask()
    this.#isAsking = false
    if (this.#isClosed) return
    const isOld = this.#asked !== this.#key
    if (answer.ok) this.#tell({ value: answer.value, isLoading: isOld, problem: undefined })
    else this.#tell({ isLoading: isOld, problem: answer.problem })
    if (isOld) this.#after(CALM_MS)
    else if (!answer.ok) this.#after(AGAIN_MS)
  }

  #tell(change: Partial<AskedState<Value>>): void {
    this.#state = { ...this.#state, ...change }
    this.#options.tell(this.#state)
  }
}
