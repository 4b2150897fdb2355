/** A short message over the board that goes away by itself. */
export interface Notice {
  readonly text: string
  readonly kind: 'info' | 'problem' | 'busy'
  readonly action?: { readonly name: string; readonly run: () => void }
}

/** Long enough to read and to reach a button. Milliseconds. */
const SHOWN_MS = 7000

/** The one message that a board shows now. */
export class Notices {
  #current: Notice | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #listeners = new Set<() => void>()

  get current(): Notice | undefined {
    return this.#current
  }

  /** Shows a message in place of the one that stands there; a busy one stays until the next. */
  show(notice: Notice): void {
    clearTimeout(this.#timer)
    this.#current = notice
    if (notice.kind !== 'busy') this.#timer = setTimeout(() => this.clear(), SHOWN_MS)
    this.#tell()
  }

  clear(): void {
    clearTimeout(this.#timer)
    this.#current = undefined
    this.#tell()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
