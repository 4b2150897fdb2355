import type { CollectNewsAnswer } from '@stip/api'
import type { Answer } from '../../live/requests/ask.ts'

/** What groups made since, as it was last told. */
export type CollectNews = CollectNewsAnswer['groups']

interface NewsReaderOptions {
  readonly ask: () => Promise<Answer<CollectNewsAnswer>>
  /** Calls `then` after so many milliseconds; what it gives stops that. */
  readonly wait: (ms: number, then: () => void) => () => void
  /** Whether anybody can see it now. */
  readonly isSeen: () => boolean
  readonly tell: (news: CollectNews) => void
}

/** Nobody counts along: that there is something is soon enough after a breath. Milliseconds. */
const EVERY_MS = 3_000
/** Who was not answered asks again after this long, in milliseconds. */
const AGAIN_MS = 15_000

/** Asks again and again what groups made since, one question at a time, while it is seen. */
export class NewsReader {
  readonly #options: NewsReaderOptions
  #stopWaiting: (() => void) | undefined
  #isClosed = false

  constructor(options: NewsReaderOptions) {
    this.#options = options
    void this.#ask()
  }

  /** Whatever still comes is told to nobody. */
  close(): void {
    this.#isClosed = true
    this.#stopWaiting?.()
  }

  async #ask(): Promise<void> {
    const { ask, isSeen, tell } = this.#options
    if (!isSeen()) {
      this.#after(EVERY_MS)
      return
    }
    const answer = await ask()
    if (this.#isClosed) return
    if (answer.ok) tell(answer.value.groups)
    this.#after(answer.ok ? EVERY_MS : AGAIN_MS)
  }

  #after(ms: number): void {
    this.#stopWaiting = this.#options.wait(ms, () => void this.#ask())
  }
}
