import { ownersOf } from './update-log.ts'
import type { LogEntry } from './update-log.ts'

/**
 * Who writes under which Yjs client id. An id belongs to the first who wrote or pointed with it: whoever
 * could go on where somebody else stopped would take from that person the right to go on, because
 * Yjs knows a change by id and count only.
 */
export class Owners {
  readonly #owners = new Map<number, string>()

  /** Takes over who wrote what is in the log, oldest first. */
  read(entries: readonly LogEntry[]): void {
    for (const [clientId, author] of ownersOf(entries)) this.#owners.set(clientId, author)
  }

  /** Gives an id to whoever asks first; false when it belongs to somebody else. */
  claim(clientId: number, identity: string): boolean {
    const owner = this.#owners.get(clientId)
    if (owner === undefined) this.#owners.set(clientId, identity)
    return owner === undefined || owner === identity
  }
}
