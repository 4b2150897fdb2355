import * as Y from 'yjs'
import { pause, within } from '../driver/waiting.ts'
import type { Dice } from './damage.ts'
import { RawClient, recordName } from './raw-client.ts'
import type { Board } from './world.ts'

/** Everybody at all boards, drawing. */
export class Drawing {
  readonly writers: readonly RawClient[]
  readonly #readers: readonly RawClient[]
  readonly #dice: Dice
  readonly #numbers: { next: number }

  /** @param numbers - Counts all edits of a run, so that each has a name of its own. */
  private constructor(boards: readonly Board[], dice: Dice, numbers: { next: number }) {
    this.#dice = dice
    this.#numbers = numbers
    this.#readers = boards.map(({ reader, ledger }) => new RawClient(reader, ledger))
    this.writers = boards.flatMap(({ writers, ledger }) =>
      writers.map((writer) => new RawClient(writer, ledger)),
    )
  }

  static async open(
    boards: readonly Board[],
    dice: Dice,
    numbers: { next: number },
  ): Promise<Drawing> {
    const drawing = new Drawing(boards, dice, numbers)
    const all = [...drawing.writers, ...drawing.#readers].map(({ synced }) => synced)
    await within(30_000, Promise.all(all), () => 'Not everybody gets a board.')
    return drawing
  }

  /** Edits that nobody was told about yet. */
  get pendingCount(): number {
    return this.writers.reduce((sum, { pendingCount }) => sum + pendingCount, 0)
  }

  get latencies(): readonly number[] {
    return this.writers.flatMap(({ latencies }) => latencies)
  }

  /** Everything that was shown on each board to who only looks, as an update. */
  get shown(): readonly Uint8Array[] {
    return this.#readers.map(({ doc }) => Y.encodeStateAsUpdate(doc))
  }

  /** Why somebody's work was refused; that is no fault of the disk, and no fair run. */
  get refusals(): readonly string[] {
    return this.writers.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal]))
  }

  /** Draws for a while, each writer a few times a second. */
  async draw(ms: number): Promise<void> {
    const until = performance.now() + ms
    while (performance.now() < until) {
      for (const writer of this.writers) if (this.#dice(10) < 4) this.#write(writer)
      await pause(20 + this.#dice(25))
    }
  }

  /** Everybody at once: what is in flight when the lights go out. */
  burst(): void {
    for (const writer of this.writers) {
      for (let count = 1 + this.#dice(3); count > 0; count--) this.#write(writer)
    }
  }

  /** Resolves when the server said of everything that it is on disk. */
  async settled(): Promise<void> {
    const until = performance.now() + 30_000
    while (this.pendingCount > 0) {
      if (performance.now() > until) throw new Error('Not everything is stored.')
      await pause(20)
    }
  }

  /** Resolves when everything that the server had sent was heard. */
  async ended(): Promise<void> {
    const all = [...this.writers, ...this.#readers].map(({ closed }) => closed)
    await within(10_000, Promise.all(all), () => 'A line stays open after its server is gone.')
  }

  end(): void {
    for (const client of [...this.writers, ...this.#readers]) client.end()
  }

  #write(writer: RawClient): void {
    const n = this.#numbers.next++
    // Yjs tidies marks by itself when several mark the same words at once.
    const mark = [undefined, { bold: {} }, { bold: {} }, { bold: null, italic: {} }][this.#dice(4)]
    writer.write(n, recordName(this.writers.indexOf(writer), n), mark)
  }
}
