import type { CourseAnswer } from '@stip/api'
import { type AskPage, withEarlier, withNews } from './course-pages.ts'

/** News is fetched at most once in this time, in milliseconds. */
const SETTLE_MS = 500

/** Asks one thing at a time, so that no late answer puts back what was known before. */
export class CourseReader {
  readonly #ask: AskPage
  #known: CourseAnswer | undefined
  #turn: Promise<void> = Promise.resolve()
  #timer: ReturnType<typeof setTimeout> | undefined
  #isClosed = false
  /** Is told what is known now, or undefined when it could not be fetched. */
  onAnswer: (answer: CourseAnswer | undefined) => void = () => {}

  constructor(ask: AskPage) {
    this.#ask = ask
  }

  /** What happened since; soon, together with what happens until then. */
  news(): void {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined
        this.#next((known) => withNews(known, this.#ask))
      },
      this.#known === undefined ? 0 : SETTLE_MS,
    )
  }

  /** What happened before what is known. */
  earlier(): void {
    this.#next(async (known) => {
      const page = known && (await this.#ask(known.before))
      return known && page && withEarlier(known, page)
    })
  }

  /** Whatever still comes is told to nobody. */
  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
  }

  #next(step: (known: CourseAnswer | undefined) => Promise<CourseAnswer | undefined>): void {
    const last = this.#turn
    this.#turn = (async () => {
      await last
      if (this.#isClosed) return
      const answer = await step(this.#known)
      if (this.#isClosed) return
      this.#known = answer ?? this.#known
      this.onAnswer(answer)
    })()
  }
}
