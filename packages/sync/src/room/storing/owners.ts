import { roomLimits } from '../limits.ts'
import { ownersOf } from '../log/update-log.ts'
import type { LogEntry } from '../log/update-log.ts'

/** How many Yjs client ids a board may have: each makes it longer for good. */
export interface ClientLimits {
  readonly all: number
  readonly perPerson: number
  /** What each person may have when the board has all it may have. */
  readonly atLeast: number
}

type Claim = 'own' | 'foreign-client' | 'too-many-clients'

/** The author of what the server itself writes. */
const SERVER = 'server'

/**
 * Who writes under which Yjs client id. An id belongs to the first who wrote or pointed with it: whoever
 * could go on where somebody else stopped would take from that person the right to go on, because
 * Yjs knows a change by id and count only.
 */
export class Owners {
  readonly #owners = new Map<number, string>()
  /** The log says so too. */
  readonly #recorded = new Set<number>()
  readonly #counts = new Map<string, number>()
  readonly #limits: ClientLimits

  constructor(limits: ClientLimits = roomLimits.clients) {
    this.#limits = limits
  }

  /** Takes over who wrote what is in the log, oldest first. */
  read(entries: readonly LogEntry[]): void {
    for (const [clientId, author] of ownersOf(entries)) {
      this.#give(clientId, author)
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

  /** Whose it is; undefined for what nobody used. */
  readonly of = (clientId: number): string | undefined => this.#owners.get(clientId)

  /**
   * Gives ids to whoever asks first: all of them or none. The server itself has as many as it wants.
   */
  claim(clientIds: readonly number[], identity: string): Claim {
    let fresh = 0
    for (const clientId of clientIds) {
      const owner = this.#owners.get(clientId)
      if (owner === undefined) fresh++
      else if (owner !== identity) return 'foreign-client'
    }
    if (fresh === 0) return 'own'
    if (identity !== SERVER && !this.#hasRoomFor(fresh, identity)) return 'too-many-clients'
    for (const clientId of clientIds) this.#give(clientId, identity)
    return 'own'
  }

  /** However full the board is, everybody can come to it a few times more. */
  #hasRoomFor(fresh: number, identity: string): boolean {
    const { all, perPerson, atLeast } = this.#limits
    const own = (this.#counts.get(identity) ?? 0) + fresh
    return own <= atLeast || (own <= perPerson && this.#owners.size + fresh <= all)
  }

  #give(clientId: number, identity: string): void {
    if (this.#owners.has(clientId)) return
    this.#owners.set(clientId, identity)
    this.#counts.set(identity, (this.#counts.get(identity) ?? 0) + 1)
  }
}
