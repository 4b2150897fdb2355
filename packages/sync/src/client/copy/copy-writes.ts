import { PREFERRED_TRIM_SIZE, storeState } from 'y-indexeddb'
import type { IndexeddbPersistence } from 'y-indexeddb'

/** What is kept beside the updates, by name. */
export type Facts = Readonly<Record<string, string | number>>

/** How long a copy that grew long may rest before it is made short. Milliseconds. */
const REST_MS = 1000

/**
 * Writes what y-indexeddb would write, and ends each transaction itself: otherwise a browser ends
 * it when the page hears that all went well, and a page that was closed meanwhile hears nothing.
 * It also knows what is on its way, for a page that goes before that arrived.
 */
export class CopyWrites {
  readonly #persistence: IndexeddbPersistence
  readonly #onArrived: () => void
  readonly #updates = new Set<Uint8Array>()
  readonly #facts = new Map<string, string | number>()

  /** @param onArrived - Nothing is on its way any more. */
  constructor(persistence: IndexeddbPersistence, onArrived: () => void) {
    this.#persistence = persistence
    this.#onArrived = onArrived
  }

  get updatesOnTheirWay(): readonly Uint8Array[] {
    return [...this.#updates]
  }

  get factsOnTheirWay(): Facts {
    return Object.fromEntries(this.#facts)
  }

  write(update: Uint8Array): void {
    this.#updates.add(update)
    const isWriting = this.#inOneGo(
      ({ updates }) => updates.add(update),
      () => this.#updates.delete(update),
    )
    // Of a copy that is not open yet the whole document is kept once it is.
    if (isWriting) this.#keepShort()
    else this.#updates.delete(update)
  }

  /** Keeps a fact beside the updates, under a name. */
  keep(name: string, fact: string | number): void {
    this.#facts.set(name, fact)
    const arrived = (): void => {
      if (this.#facts.get(name) === fact) this.#facts.delete(name)
    }
    if (this.#inOneGo(({ facts }) => facts.put(fact, name), arrived)) return
    // A copy that is being closed or removed need not know any more.
    void this.#persistence
      .set(name, fact)
      .catch(() => undefined)
      .then(arrived)
  }

  /** @returns False when the copy is not open (yet). */
  #inOneGo(work: (stores: Stores) => void, arrived: () => void): boolean {
    const { db } = this.#persistence
    if (db === null) return false
    try {
      // Both stores, so that a fact about an update never gets ahead of it.
      const transaction = db.transaction(['updates', 'custom'], 'readwrite', {
        durability: 'relaxed',
      })
      transaction.addEventListener('complete', () => {
        arrived()
        if (this.#updates.size === 0 && this.#facts.size === 0) this.#onArrived()
      })
      work({
        updates: transaction.objectStore('updates'),
        facts: transaction.objectStore('custom'),
      })
      transaction.commit()
      return true
    } catch {
      // It is being closed: what comes now is of no use to anybody.
      return false
    }
  }

  /* oxlint-disable no-underscore-dangle -- The library counts and waits in these; it stops both itself. */
  #keepShort(): void {
    const persistence = this.#persistence
    if (++persistence._dbsize < PREFERRED_TRIM_SIZE || persistence._storeTimeoutId !== null) return
    persistence._storeTimeoutId = setTimeout(() => {
      persistence._storeTimeoutId = null
      void storeState(persistence, false)
    }, REST_MS)
  }
  /* oxlint-enable no-underscore-dangle */
}

interface Stores {
  readonly updates: IDBObjectStore
  readonly facts: IDBObjectStore
}
