import type { LocalCopy } from './copy/local-copy.ts'

/** Keeps how many changes wait on this device, for the next page. */
export class WaitingCount {
  #kept = 0

  /** @param isOnLine - While all goes well there is nothing to remember. */
  note(copy: LocalCopy | undefined, unsaved: number, isOnLine: boolean): void {
    const count = isOnLine && this.#kept === 0 ? 0 : unsaved
    if (copy === undefined || count === this.#kept) return
    this.#kept = count
    copy.keepUnsaved(count)
  }
}
