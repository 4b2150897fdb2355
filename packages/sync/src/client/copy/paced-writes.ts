import { mergeUpdates } from 'yjs'

/** At most so often, own work is kept on the device. Milliseconds. */
const OWN_MS = 100
/** The same for what came from the server, which has it already. */
const OTHERS_MS = 250

interface PacedWritesOptions {
  /** Keeps an update. */
  readonly write: (update: Uint8Array) => void
  /** Keeps a fact beside the updates, under a name. */
  readonly keep: (name: string, fact: string | number) => void
  /** Whether the page may be gone in a moment. */
  readonly isLeaving: () => boolean
}

/**
 * Keeps a board on the device with few writes: while twelve others draw there are two hundred
 * updates a second, and each write takes a transaction of the browser's database. Own work waits a
 * tenth of a second at most, and nothing waits when the page goes.
 */
export class PacedWrites {
  readonly #options: PacedWritesOptions
  #updates: Uint8Array[] = []
  #facts = new Map<string, string | number>()
  #timer: { readonly id: ReturnType<typeof setTimeout>; readonly due: number } | undefined
  #lastAt = -Infinity

  constructor(options: PacedWritesOptions) {
    this.#options = options
  }

  /** @param isOwn - Made here; otherwise the server has it. */
  update(update: Uint8Array, isOwn: boolean): void {
    this.#updates.push(update)
    this.#soon(isOwn ? OWN_MS : OTHERS_MS)
  }

  /** A fact about the updates, kept together with them; the last one counts. */
  fact(name: string, fact: string | number): void {
    this.#facts.set(name, fact)
    this.#soon(OWN_MS)
  }

  /** Keeps everything now. */
  flush(): void {
    clearTimeout(this.#timer?.id)
    this.#timer = undefined
    this.#lastAt = performance.now()
    const [updates, facts] = [this.#updates, this.#facts]
    this.#updates = []
    this.#facts = new Map()
    const [first, ...others] = updates
    // In this order: what is said of an update is never there before it.
    if (first !== undefined) {
      this.#options.write(others.length === 0 ? first : mergeUpdates(updates))
    }
    for (const [name, fact] of facts) this.#options.keep(name, fact)
  }

  /** Keeps what waits, at once when nothing was kept for as long. */
  #soon(paceMs: number): void {
    const now = performance.now()
    const due = this.#lastAt + paceMs
    if (due <= now || this.#options.isLeaving()) {
      this.flush()
      return
    }
    if (this.#timer !== undefined && this.#timer.due <= due) return
    clearTimeout(this.#timer?.id)
    this.#timer = { id: setTimeout(() => this.flush(), due - now), due }
  }
}
