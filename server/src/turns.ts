import { RequestRefusedError } from './errors.ts'

/** Who waits for a turn: sessions take turns, and within a session people do. */
export interface Asker {
  readonly session: string
  readonly person: string
}

interface TurnsOptions {
  /** How many have their turn at the same time. */
  readonly atATime: number
  /** How many turns one person can wait for, besides the one that they have. */
  readonly waiting: number
  /** How many turns one person can have at the same time; as many as there are when left out. */
  readonly each?: number
}

interface Waiting {
  readonly begin: () => void
}

/**
 * Turns for what is dear, dealt fairly: the next one goes to the session that waited longest for
 * one, and there to the person who did. However much one person asks, another waits for what is
 * going on now and for one turn of each of the others.
 */
export class Turns {
  readonly #options: TurnsOptions
  /** Who waits, in the order in which they are dealt to. */
  readonly #sessions = new Map<string, Map<string, Waiting[]>>()
  /** The turns that each person has. */
  readonly #busy = new Map<string, number>()
  #free: number

  constructor(options: TurnsOptions) {
    this.#options = options
    this.#free = options.atATime
  }

  /** @throws {RequestRefusedError} 'busy' when this person waits for too many turns already. */
  async take<T>(asker: Asker, work: () => T | Promise<T>): Promise<T> {
    const end = await this.begin(asker)
    try {
      return await work()
    } finally {
      end()
    }
  }

  /**
   * Resolves when it is this person's turn, with what ends it.
   *
   * @param signal - Gives the turn up while it is waited for.
   * @throws {RequestRefusedError} 'busy' when this person waits for too many turns already.
   */
  begin(asker: Asker, signal?: AbortSignal): Promise<() => void> {
    const people = this.#sessions.get(asker.session) ?? new Map<string, Waiting[]>()
    const own = people.get(asker.person) ?? []
    if (own.length >= this.#options.waiting) {
      return Promise.reject(new RequestRefusedError('busy'))
    }
    const { promise, resolve } = Promise.withResolvers<() => void>()
    const waiting = { begin: () => resolve(this.#hand(asker)) }
    own.push(waiting)
    this.#sessions.set(asker.session, people.set(asker.person, own))
    signal?.addEventListener('abort', () => this.#giveUp(asker, waiting), { once: true })
    this.#deal()
    return promise
  }

  #hand(asker: Asker): () => void {
    const name = nameOf(asker)
    this.#free--
    this.#busy.set(name, (this.#busy.get(name) ?? 0) + 1)
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      const left = (this.#busy.get(name) ?? 1) - 1
      if (left === 0) this.#busy.delete(name)
      else this.#busy.set(name, left)
      this.#free++
      this.#deal()
    }
  }

  #deal(): void {
    while (this.#free > 0) {
      const next = this.#next()
      if (next === undefined) return
      next.begin()
    }
  }

  #next(): Waiting | undefined {
    const { each = this.#options.atATime } = this.#options
    for (const [session, people] of this.#sessions) {
      for (const [person, own] of people) {
        if ((this.#busy.get(nameOf({ session, person })) ?? 0) >= each) continue
        const next = own.shift()
        // Whoever had a turn goes to the end of the row, and so does their session.
        people.delete(person)
        if (own.length > 0) people.set(person, own)
        this.#sessions.delete(session)
        if (people.size > 0) this.#sessions.set(session, people)
        return next
      }
    }
    return undefined
  }

  #giveUp({ session, person }: Asker, waiting: Waiting): void {
    const people = this.#sessions.get(session)
    const own = people?.get(person)
    const at = own?.indexOf(waiting) ?? -1
    if (people === undefined || own === undefined || at === -1) return
    own.splice(at, 1)
    if (own.length === 0) people.delete(person)
    if (people.size === 0) this.#sessions.delete(session)
  }
}

function nameOf({ session, person }: Asker): string {
  return `${session} ${person}`
}
