/**
 * Counts what one receiver got of what several drawers sent. Everything a drawer sends carries a
 * number, from 1; a server may merge, so whoever got number 7 got all before it too.
 */
export class Tally {
  /** The newest number got from every drawer. */
  readonly newest: Int32Array
  /** Of all drawers together, without `except`. */
  total = 0
  readonly #except: number

  /** @param except - The receiver's own place among the drawers, or -1: an echo is no delivery. */
  constructor(drawers: number, except: number) {
    this.newest = new Int32Array(drawers)
    this.#except = except
  }

  /** Takes note of a number; gives how many are new with it. */
  got(drawer: number, number: number): number {
    const before = this.newest[drawer] ?? 0
    if (number <= before) return 0
    this.newest[drawer] = number
    if (drawer === this.#except) return 0
    this.total += number - before
    return number - before
  }

  /**
   * Of what was sent after `before` and up to `after`, how much is here now and how much should be.
   * What comes later does not stand in for what is missing.
   */
  between(before: Int32Array, after: Int32Array): { arrived: number; expected: number } {
    let arrived = 0
    let expected = 0
    for (const [drawer, last] of after.entries()) {
      if (drawer === this.#except) continue
      const first = before[drawer] ?? 0
      expected += last - first
      arrived += Math.max(0, Math.min(this.newest[drawer] ?? 0, last) - first)
    }
    return { arrived, expected }
  }
}

/** The share that arrived of what should have; undefined when nothing should have. */
export function share(arrived: number, expected: number): number | undefined {
  return expected > 0 ? arrived / expected : undefined
}
