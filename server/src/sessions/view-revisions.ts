import type { FactStore } from '../storage/fact-store.ts'

/** So many numbers are set aside at once, so that counting costs no disk. */
const SET_ASIDE = 1_000_000

/**
 * Numbers of views. They only rise, also over a restart and whatever the clock says: before a
 * number is used, the disk knows a higher one.
 */
export class ViewRevisions {
  /** Higher than every number of before this start. */
  readonly first: number
  readonly #facts: FactStore
  #end: number

  /** @param now - Milliseconds since 1970: earlier versions counted from there. */
  constructor(facts: FactStore, now: number) {
    this.#facts = facts
    this.first = Math.max(Math.floor(now), facts.find('view-revisions') ?? 0)
    this.#end = this.first + SET_ASIDE
    facts.set('view-revisions', this.#end)
  }

  after(revision: number): number {
    const next = revision + 1
    if (next >= this.#end) this.#setAside(next + SET_ASIDE)
    return next
  }

  #setAside(end: number): void {
    try {
      this.#facts.set('view-revisions', end)
      this.#end = end
    } catch {
      // A full disk: screens go on, and the next view tries again.
    }
  }
}
