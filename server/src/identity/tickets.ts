import { createHash, randomBytes } from 'node:crypto'
import type { BoardId } from '@stip/primitives'
import type { Grant } from '../storage/grant-store.ts'

const LIFETIME_MS = 60_000
const MAXIMUM_OPEN = 10_000

interface Ticket {
  readonly boardId: BoardId
  readonly grant: Grant
  readonly expiresAt: number
}

/**
 * Tickets let a program that has no cookie open one board once, within a minute. They live in
 * memory only: a restart makes them worthless, and asking for another is cheap.
 */
export class Tickets {
  static readonly lifetimeInSeconds = LIFETIME_MS / 1000

  readonly #now: () => number
  readonly #open = new Map<string, Ticket>()

  constructor(now: () => number) {
    this.#now = now
  }

  issue(boardId: BoardId, grant: Grant): string {
    this.#forgetOld()
    const ticket = randomBytes(24).toString('base64url')
    this.#open.set(hashOf(ticket), { boardId, grant, expiresAt: this.#now() + LIFETIME_MS })
    return ticket
  }

  /** Uses a ticket up. Returns the grant it stands for, when it is for this board and still fresh. */
  redeem(ticket: string, boardId: BoardId): Grant | undefined {
    const hash = hashOf(ticket)
    const found = this.#open.get(hash)
    this.#open.delete(hash)
    if (found === undefined || found.boardId !== boardId) return undefined
    return this.#now() < found.expiresAt ? found.grant : undefined
  }

  #forgetOld(): void {
    const now = this.#now()
    for (const [hash, { expiresAt }] of this.#open) {
      // Oldest first: the first one that is fresh ends the search, unless there are too many.
      if (expiresAt > now && this.#open.size < MAXIMUM_OPEN) break
      this.#open.delete(hash)
    }
  }
}

/** Looking up a hash takes equally long for a guess that is nearly right and one that is not. */
function hashOf(ticket: string): string {
  return createHash('sha256').update(ticket).digest('base64')
}
