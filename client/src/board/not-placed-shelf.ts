import type { NotPlaced } from '@stip/documents'

const storageKey = 'stip:not-placed'

/**
 * What this person did and found no place on a board, until they have seen to it. It outlives the
 * board that it was made on (somebody is moved to another group) and a reload of the page.
 */
class NotPlacedShelf {
  #entries: readonly NotPlaced[] = recall()
  readonly #listeners = new Set<() => void>()

  get entries(): readonly NotPlaced[] {
    return this.#entries
  }

  add(entries: readonly NotPlaced[]): void {
    this.#become([...this.#entries, ...entries])
  }

  clear(): void {
    this.#become([])
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #become(entries: readonly NotPlaced[]): void {
    this.#entries = entries
    try {
      sessionStorage.setItem(storageKey, JSON.stringify(entries))
    } catch {
      // Storage is switched off or full: then the list lasts as long as the page.
    }
    for (const listener of this.#listeners) listener()
  }
}

export const notPlacedShelf = new NotPlacedShelf()

function recall(): readonly NotPlaced[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(kept) ? (kept as readonly NotPlaced[]) : []
  } catch {
    return []
  }
}
