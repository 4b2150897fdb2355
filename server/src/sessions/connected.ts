import type { PersonId, SessionId } from '@stip/primitives'
import type { Actor } from '@stip/workshop'

/** A screen that asks over plain http counts as connected for this long after a question. */
const POLL_COUNTS_FOR_MS = 20_000

/** Whose screen is open. */
export class Connected {
  readonly #elapsed: () => number
  /** How many screens of somebody follow. */
  readonly #screens = new Map<PersonId, number>()
  readonly #polls = new Map<PersonId, { readonly sessionId: SessionId; readonly at: number }>()

  /** @param elapsed - Milliseconds that only pass. */
  constructor(elapsed: () => number) {
    this.#elapsed = elapsed
  }

  has(personId: PersonId): boolean {
    return this.#screens.has(personId) || this.#polls.has(personId)
  }

  /** Notes a screen that follows from now on; tells whether that is news. */
  came(actor: Actor): boolean {
    if (actor.role !== 'participant') return false
    const { personId } = actor
    const isNews = !this.has(personId)
    this.#screens.set(personId, (this.#screens.get(personId) ?? 0) + 1)
    return isNews
  }

  /** Notes a screen that follows no more; tells whether that is news. */
  went(actor: Actor): boolean {
    if (actor.role !== 'participant') return false
    const { personId } = actor
    const left = (this.#screens.get(personId) ?? 0) - 1
    if (left > 0) this.#screens.set(personId, left)
    else this.#screens.delete(personId)
    return !this.has(personId)
  }

  /** Notes a question over plain http; tells whether it is news that this person is there. */
  asked(sessionId: SessionId, personId: PersonId): boolean {
    const isNews = !this.has(personId)
    this.#polls.set(personId, { sessionId, at: this.#elapsed() })
    return isNews
  }

  /** Forgets who asked too long ago; gives the sessions in which that is news. */
  silent(): ReadonlySet<SessionId> {
    const oldest = this.#elapsed() - POLL_COUNTS_FOR_MS
    const news = new Set<SessionId>()
    for (const [personId, { sessionId, at }] of this.#polls) {
      if (at > oldest) continue
      this.#polls.delete(personId)
      if (!this.has(personId)) news.add(sessionId)
    }
    return news
  }
}
