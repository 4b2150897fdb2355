import type { VecLike } from 'tldraw'

/** A photo that somebody looks at before it goes on the board. */
export interface PhotoOnDesk {
  readonly file: File
  /** Where on the board it was dropped; undefined for the middle of what is on screen. */
  readonly point: VecLike | undefined
  /** Counts from 1, of all that were chosen together. */
  readonly number: number
  readonly total: number
}

/** The photos that wait to be looked at, one after the other. Nothing is sent before that. */
export class PhotoDesk {
  #isOpen = false
  #waiting: readonly PhotoOnDesk[] = []
  readonly #listeners = new Set<() => void>()

  get isOpen(): boolean {
    return this.#isOpen
  }

  get current(): PhotoOnDesk | undefined {
    return this.#waiting[0]
  }

  /** The facilitator allows photos, or does so no longer. */
  allow(isOpen: boolean): void {
    this.#isOpen = isOpen
    if (!isOpen && this.#waiting.length > 0) this.#become([])
  }

  lay(files: readonly File[], point: VecLike | undefined): void {
    const photos = files.map((file, place) => ({
      file,
      point,
      number: place + 1,
      total: files.length,
    }))
    this.#become([...this.#waiting, ...photos])
  }

  /** The one on top was placed or passed over. */
  next(): void {
    this.#become(this.#waiting.slice(1))
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #become(waiting: readonly PhotoOnDesk[]): void {
    this.#waiting = waiting
    for (const listener of this.#listeners) listener()
  }
}
