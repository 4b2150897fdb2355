import type { SessionId } from '@stip/primitives'
import type { EntryStore } from '../storage/stores/entry-store.ts'

/** The join code of each session that is open, for who shows it. */
export class CurrentCodes {
  readonly #entries: EntryStore
  readonly #codes = new Map<SessionId, string>()

  constructor(entries: EntryStore) {
    this.#entries = entries
  }

  /** Reads the code of a session: before it is open, and when it was given another. */
  async read(sessionId: SessionId): Promise<void> {
    const code = await this.#entries.currentCode(sessionId)
    if (code === undefined) this.#codes.delete(sessionId)
    else this.#codes.set(sessionId, code)
  }

  /** Undefined when it has none. */
  of(sessionId: SessionId): string | undefined {
    return this.#codes.get(sessionId)
  }

  forget(sessionId: SessionId): void {
    this.#codes.delete(sessionId)
  }
}
