import { CloseCode } from '@stip/sync/protocol'

interface Line {
  close(code: number, reason: string): void
}

/**
 * Counts what one device has open for one purpose: tabs, a console beside a wall. Above the limit
 * the oldest gives way, so that a device which lost its lines without a word always gets a new one,
 * and a script that opens thousands keeps a few.
 */
export class Doors {
  readonly #open = new Map<string, Set<Line>>()

  /**
   * Returns what to call when the line is gone.
   *
   * @param most - How many there may be for this purpose.
   */
  enter(purpose: string, line: Line, most: number): () => void {
    const lines = this.#open.get(purpose) ?? new Set<Line>()
    this.#open.set(purpose, lines.add(line))
    const [oldest] = lines
    if (lines.size > most && oldest !== undefined) {
      lines.delete(oldest)
      oldest.close(CloseCode.openedTooOften, 'opened too often')
    }
    return () => {
      lines.delete(line)
      if (lines.size === 0 && this.#open.get(purpose) === lines) this.#open.delete(purpose)
    }
  }
}
