import type { FactStore } from '../storage/stores/fact-store.ts'

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
  #isSettingAside = false

  private constructor(facts: FactStore, first: number) {
    this.#facts = facts
    this.first = first
    this.#end = first + SET_ASIDE
  }

  /** @param now - Milliseconds since 1970: earlier versions counted from there. */
  static async open(facts: FactStore, now: number): Promise<ViewRevisions> {
    const first = Math.max(Math.floor(now), (await facts.find('view-revisions')) ?? 0)
    await facts.set('view-revisions', first + SET_ASIDE)
    return new ViewRevisions(facts, first)
  }

  after(revision: number): number {
    const next = revision + 1
    // Long before the last one is used.
    if (next + SET_ASIDE / 2 >= this.#end) void this.#setAside(next + SET_ASIDE)
    return next
  }

  async #setAside(end: number): Promise<void> {
    if (this.#isSettingAside) return
    this.#isSettingAside = true
    try {
      await this.#facts.set('view-revisions', end)
      this.#end = end
    } catch {
      // A full disk: screens go on, and the next view tries again.
    } finally {
      this.#isSettingAside = false
    }
  }
}
