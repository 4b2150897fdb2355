import { ownersOf } from './update-log.ts'
import type { LogEntry } from './update-log.ts'

/**
 * Who writes under which Yjs client id. An id belongs to the first who wrote or pointed with it: whoever
 * could go on where somebody else stopped would take from that person the right to go on, because
 * Yjs knows a change by id and count only.
 */
export class Owners {
  readonly #owners = new Map<number, string>()
  /** The log says so too. */
  readonly #recorded = new Set<number>()

  /** Takes over who wrote what is in the log, oldest first. */
  read(entries: readonly LogEntry[]): void {
    for (const [clientId, author] of ownersOf(entries)) {
      this.#owners.set(clientId, author)
      this.#recorded.add(clientId)
    }
  }

  /** Those of whom the log does not know yet whose they are. */
  unrecorded(clientIds: Iterable<number>): ReadonlyMap<number, string> {
    const found = new Map<number, string>()
    for (const clientId of clientIds) {
      const owner = this.#owners.get(clientId)
      if (owner !== undefined && !this.#recorded.has(clientId)) found.set(clientId, owner)
    }
    return found
  }

  /** The log knows now. */
  record(clientIds: Iterable<number>): void {
    for (const clientId of clientIds) this.#recorded.add(clientId)
  }

  /** Whose it is; undefined for what the server itself writes with, or nobody used. */
  of(clientId: number): string | undefined {
    return this.#owners.get(clientId)
  }

  /** Gives an id to whoever asks first; false when it belongs to somebody else. */
  claim(clientId: number, identity: string): boolean {
    const owner = this.#owners.get(clientId)
    if (owner === undefined) this.#owners.set(clientId, identity)
    return owner === undefined || owner === identity
  }
}
