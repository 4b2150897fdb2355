import type { Message } from '../driver/frames.ts'
import type { BenchSocket } from '../driver/socket.ts'

const MOST_SEEN = 512

/** Reads what comes once, though it comes to everybody. */
export class SeenTexts {
  readonly #texts = new Map<string, string>()
  /** Whether a message has some words. */
  says({ bytes, isPacked }: Message, socket: BenchSocket, words: string): boolean {
    return this.#textOf(bytes, isPacked, socket).includes(words)
  }

  #textOf(bytes: Buffer, isPacked: boolean, socket: BenchSocket): string {
    if (!isPacked) return bytes.toString('latin1')
    // What may refer to what came before means something on its own line only.
    if (!socket.inflater.isStateless) return socket.inflater.inflate(bytes).toString('latin1')
    const key = bytes.toString('latin1')
    const known = this.#texts.get(key)
    if (known !== undefined) return known
    const text = socket.inflater.inflate(bytes).toString('latin1')
    if (this.#texts.size >= MOST_SEEN) this.#texts.clear()
    this.#texts.set(key, text)
    return text
  }
}
