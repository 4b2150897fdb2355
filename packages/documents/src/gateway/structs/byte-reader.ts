/** These bytes are not what the reader is for; says nothing about whether they are sound. */
export class NotPlainError extends Error {
  override readonly name = 'NotPlainError'
}

const INTEGER = 125
const FLOAT_32 = 124
const FLOAT_64 = 123

/**
 * Reads the bytes of an update (v1 encoding) one by one, without making objects of them. Anything
 * unexpected ends in {@link NotPlainError}.
 */
export class ByteReader {
  readonly #bytes: Uint8Array
  #position = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get isAtEnd(): boolean {
    return this.#position === this.#bytes.length
  }

  /** How many bytes were read. */
  get position(): number {
    return this.#position
  }

  byte(): number {
    const byte = this.#bytes[this.#position++]
    if (byte === undefined) throw new NotPlainError()
    return byte
  }

  expect(byte: number): void {
    if (this.byte() !== byte) throw new NotPlainError()
  }

  /** A number of variable length, seven bits a byte, lowest first. */
  number(): number {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte()
      value += (byte & 127) * factor
      if (value > Number.MAX_SAFE_INTEGER) throw new NotPlainError()
      if (byte < 128) return value
    }
  }

  /** A value that has to be a number, in any of the ways in which Yjs writes numbers. */
  anyNumber(): number {
    switch (this.byte()) {
      case INTEGER:
        return this.#signed()
      case FLOAT_32:
        return this.#view(4).getFloat32(0)
      case FLOAT_64:
        return this.#view(8).getFloat64(0)
      default:
        throw new NotPlainError()
    }
  }

  /** Passes over bytes. */
  skip(bytes: number): void {
    this.#position += bytes
    if (this.#position > this.#bytes.length) throw new NotPlainError()
  }

  /** Passes over a text, or over bytes after their number; gives its length in characters. */
  text(): number {
    const size = this.number()
    const first = this.#position
    this.skip(size)
    let characters = 0
    for (let at = first; at < this.#position; at++) {
      const byte = this.#bytes[at] ?? 0
      // The bytes that follow the first of a letter do not count; what takes four is two characters.
      if ((byte & 0xc0) !== 0x80) characters += byte >= 0xf0 ? 2 : 1
    }
    return characters
  }

  /** A whole number with its sign, as Yjs writes those in values. */
  signedNumber(): number {
    return this.#signed()
  }

  #signed(): number {
    const first = this.byte()
    let size = first & 63
    for (let factor = 64, byte = first; byte > 127; factor *= 128) {
      byte = this.byte()
      size += (byte & 127) * factor
      if (size > Number.MAX_SAFE_INTEGER) throw new NotPlainError()
    }
    return (first & 64) === 0 ? size : -size
  }

  #view(length: number): DataView {
    const start = this.#position
    this.#position += length
    if (this.#position > this.#bytes.length) throw new NotPlainError()
    return new DataView(this.#bytes.buffer, this.#bytes.byteOffset + start, length)
  }
}
