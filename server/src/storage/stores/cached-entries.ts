import type { SessionId } from '@stip/primitives'
import type { LinkRole } from '../../identity/link-secrets.ts'
import type { AlsoWritten } from '../../sessions/also-written.ts'
import type { EntryStore, StoredCode } from './entry-store.ts'

/** Of so many codes it is remembered where they lead. */
const MOST_CODES = 1000

/**
 * Remembers where codes lead, because everybody who comes in asks. Whatever is written is told here when
 * the store is asked to write it.
 */
export class CachedEntries implements EntryStore {
  readonly #store: EntryStore
  readonly #codes = new Map<string, Promise<StoredCode | undefined>>()

  constructor(store: EntryStore) {
    this.#store = store
  }

  addCode(code: string, stored: StoredCode): Promise<boolean> {
    this.#codes.clear()
    return this.#store.addCode(code, stored)
  }

  retireCodes(sessionId: SessionId, now: number): Promise<void> {
    this.#codes.clear()
    return this.#store.retireCodes(sessionId, now)
  }

  moveCodes(before: number, ms: number): Promise<void> {
    this.#codes.clear()
    return this.#store.moveCodes(before, ms)
  }

  endCodesBy(latest: number): Promise<void> {
    this.#codes.clear()
    return this.#store.endCodesBy(latest)
  }

  findCode(code: string): Promise<StoredCode | undefined> {
    const known = this.#codes.get(code)
    if (known !== undefined) return known
    const asked = this.#store.findCode(code)
    if (this.#codes.size >= MOST_CODES) this.#codes.clear()
    this.#codes.set(code, asked)
    const forget = (): void => {
      if (this.#codes.get(code) === asked) this.#codes.delete(code)
    }
    // What is no code now may be one later, and whoever guesses should not fill this.
    asked.then((found) => found ?? forget(), forget)
    return asked
  }

  currentCode(sessionId: SessionId): Promise<string | undefined> {
    return this.#store.currentCode(sessionId)
  }

  linkVersion(sessionId: SessionId, role: LinkRole): Promise<number> {
    return this.#store.linkVersion(sessionId, role)
  }

  raiseLinkVersion(sessionId: SessionId, role: LinkRole): Promise<void> {
    return this.#store.raiseLinkVersion(sessionId, role)
  }

  /** The store is asked to write this. */
  written(also: readonly AlsoWritten[]): void {
    const isOfCodes = also.some(({ kind }) => kind === 'code-given' || kind === 'codes-retired')
    if (isOfCodes) this.#codes.clear()
  }
}
