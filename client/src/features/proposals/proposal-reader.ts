import type { Problem, ProposalsAnswer } from '@stip/api'
import type { Answer } from '../../live/requests/ask.ts'

/** What is proposed about the cards on the vision, as far as it is known. */
export interface ProposalState {
  /** Of the cards as they were when it was last asked; undefined until the first answer. */
  readonly proposals: ProposalsAnswer | undefined
  /** Whether the cards may have changed since, and an answer is on its way. */
  readonly isLoading: boolean
  /** Why the last question was not answered; what was known before stays. */
  readonly problem: Problem | undefined
}

interface ProposalReaderOptions {
  readonly ask: () => Promise<Answer<ProposalsAnswer>>
  /** Calls `then` after so many milliseconds; what it gives stops that. */
  readonly wait: (ms: number, then: () => void) => () => void
  readonly tell: (state: ProposalState) => void
}

/** Who moves cards about is done for a moment by then. Milliseconds. */
const CALM_MS = 2_000
/** Who was not answered asks again after this long, in milliseconds. */
const AGAIN_MS = 15_000

export const nothingYet: ProposalState = {
  proposals: undefined,
  isLoading: true,
  problem: undefined,
}

/** Asks what is proposed when cards changed: one question at a time, and calmly. */
export class ProposalReader {
  readonly #options: ProposalReaderOptions
  #state = nothingYet
  #cards: string | undefined
  /** The cards that were asked about last. */
  #asked: string | undefined
  #stopWaiting: (() => void) | undefined
  #isAsking = false
  #isClosed = false

  constructor(options: ProposalReaderOptions) {
    this.#options = options
  }

  /** @param cards - Other when the cards say something else; undefined while nobody knows. */
  changed(cards: string | undefined): void {
    if (cards === undefined || cards === this.#cards) return
    const isFirst = this.#cards === undefined
    this.#cards = cards
    this.#tell({ isLoading: true })
    if (!this.#isAsking) this.#after(isFirst ? 0 : CALM_MS)
  }

  /** Asks now, for who saw that it failed. */
  again(): void {
    if (this.#cards === undefined || this.#isAsking) return
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
    this.#asked = this.#cards
    const answer = await this.#options.ask()
    this.#isAsking = false
    if (this.#isClosed) return
    const isOld = this.#asked !== this.#cards
    if (answer.ok) this.#tell({ proposals: answer.value, isLoading: isOld, problem: undefined })
    else this.#tell({ isLoading: isOld, problem: answer.problem })
    if (isOld) this.#after(CALM_MS)
    else if (!answer.ok) this.#after(AGAIN_MS)
  }

  #tell(change: Partial<ProposalState>): void {
    this.#state = { ...this.#state, ...change }
    this.#options.tell(this.#state)
  }
}
