import * as decoding from 'lib0/decoding'

/**
 * Reads numbers, bytes and text, and never past the end of what it was given.
 *
 * lib0 cuts byte strings out of the underlying buffer without looking at the end of the view; a
 * socket hands out views on a shared buffer, so a false length would show a stranger's bytes.
 */
export class Reader {
  readonly #decoder: decoding.Decoder

  constructor(bytes: Uint8Array) {
    this.#decoder = decoding.createDecoder(bytes)
  }

  get remaining(): number {
    return this.#decoder.arr.length - this.#decoder.pos
  }

  /** @throws {Error} When the bytes end, or the number is larger than a safe integer. */
  number(): number {
    return decoding.readVarUint(this.#decoder)
  }

  /** @throws {Error} When the announced length is longer than what is left. */
  bytes(): Uint8Array {
    const length = this.number()
    if (length > this.remaining) throw new RangeError('The frame ends before its content.')
    return decoding.readUint8Array(this.#decoder, length)
  }

  /** @throws {Error} As {@link bytes}, and when the bytes are not UTF-8. */
  text(): string {
    return utf8.decode(this.bytes())
  }

  /** @throws {Error} When something is left: a frame holds one message. */
  end(): void {
    if (this.remaining > 0) throw new RangeError('The frame goes on after its content.')
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
