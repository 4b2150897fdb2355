import { createHash, randomBytes } from 'node:crypto'
import type { BoardId } from '@stip/primitives'
import type { Grant } from '../storage/stores/grant-store.ts'

const LIFETIME_MS = 60_000

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
  readonly #mostEach: number
  readonly #open = new Map<string, Ticket>()
  /** The open tickets of each grant, oldest first. */
  readonly #ofGrant = new Map<string, Set<string>>()

  /** @param mostEach - How many one grant can have open; its own oldest gives way, nobody else's. */
  constructor(now: () => number, mostEach: number) {
    this.#now = now
    this.#mostEach = mostEach
  }

  issue(boardId: BoardId, grant: Grant): string {
    this.#forgetOld()
    const ticket = randomBytes(24).toString('base64url')
    const hash = hashOf(ticket)
    this.#open.set(hash, { boardId, grant, expiresAt: this.#now() + LIFETIME_MS })
    const own = this.#ofGrant.get(nameOf(grant)) ?? new Set()
    this.#ofGrant.set(nameOf(grant), own.add(hash))
    const [oldest] = own
    if (own.size > this.#mostEach && oldest !== undefined) this.#forget(oldest)
    return ticket
  }

  /** Uses a ticket up. Returns the grant it stands for, when it is for this board and still fresh. */
  redeem(ticket: string, boardId: BoardId): Grant | undefined {
    const hash = hashOf(ticket)
    const found = this.#open.get(hash)
    this.#forget(hash)
    if (found === undefined || found.boardId !== boardId) return undefined
    return this.#now() < found.expiresAt ? found.grant : undefined
  }

  #forgetOld(): void {
    const now = this.#now()
    for (const [hash, { expiresAt }] of this.#open) {
      // Oldest first: the first one that is fresh ends the search.
      if (expiresAt > now) break
      this.#forget(hash)
    }
  }

  #forget(hash: string): void {
    const ticket = this.#open.get(hash)
    if (ticket === undefined) return
    this.#open.delete(hash)
    const name = nameOf(ticket.grant)
    const own = this.#ofGrant.get(name)
    own?.delete(hash)
    if (own?.size === 0) this.#ofGrant.delete(name)
  }
}

function nameOf({ deviceHash, sessionId, role }: Grant): string {
  return `${Buffer.from(deviceHash).toString('base64')} ${sessionId} ${role}`
}

/** Looking up a hash takes equally long for a guess that is nearly right and one that is not. */
function hashOf(ticket: string): string {
  return createHash('sha256').update(ticket).digest('base64')
}
