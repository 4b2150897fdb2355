import { constants, createDeflateRaw, createInflateRaw, inflateRawSync } from 'node:zlib'

/** What every compressed message ends in; it is left out on the wire. */
const TAIL = Buffer.of(0, 0, 0xff, 0xff)

/** Node's own way to use a zlib stream at once; ws and Node itself build on the asynchronous one. */
const atOnce = '_processChunk'

interface Zlib {
  [atOnce](chunk: Uint8Array, flush: number): Buffer
  reset(): void
}

/** Unpacks the messages of one connection (permessage-deflate, RFC 7692). */
export class Inflater {
  readonly #stream: Zlib | undefined

  /** @param keepsContext - Whether a message may refer to those before it. */
  constructor(keepsContext: boolean) {
    this.#stream = keepsContext ? (createInflateRaw() as unknown as Zlib) : undefined
  }

  /** Messages stand by themselves: the same bytes always mean the same. */
  get isStateless(): boolean {
    return this.#stream === undefined
  }

  inflate(message: Uint8Array): Buffer {
    const bytes = Buffer.concat([message, TAIL])
    if (this.#stream !== undefined) {
      return this.#stream[atOnce](bytes, constants.Z_SYNC_FLUSH)
    }
    return inflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH })
  }
}

const deflater = createDeflateRaw({ windowBits: 15 }) as unknown as Zlib

/** Packs one message that stands by itself: allowed, whatever was agreed on contexts. */
export function deflated(message: Uint8Array): Buffer {
  deflater.reset()
  const bytes = deflater[atOnce](message, constants.Z_SYNC_FLUSH)
  return bytes.subarray(0, bytes.length - TAIL.length)
}
