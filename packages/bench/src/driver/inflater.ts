import { constants, createDeflateRaw, createInflateRaw, inflateRawSync } from 'node:zlib'

/** What every compressed message ends in; it is left out on the wire. */
const TAIL = Buffer.of(0, 0, 0xff, 0xff)

/** Unpacks the messages of one connection (permessage-deflate, RFC 7692). */
export class Inflater {
  readonly #stream: SyncStream | undefined

  /** @param keepsContext - Whether a message may refer to those before it. */
  constructor(keepsContext: boolean) {
    this.#stream = keepsContext ? new SyncStream(createInflateRaw()) : undefined
  }

  /** Messages stand by themselves: the same bytes always mean the same. */
  get isStateless(): boolean {
    return this.#stream === undefined
  }

  inflate(message: Uint8Array): Buffer {
    const bytes = Buffer.concat([message, TAIL])
    if (this.#stream !== undefined) return this.#stream.run(bytes)
    return inflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH })
  }
}

/** Packs one message that stands by itself: allowed, whatever was agreed on contexts. */
export function deflated(message: Uint8Array): Buffer {
  deflater.reset()
  const bytes = deflater.run(message)
  return bytes.subarray(0, bytes.length - TAIL.length)
}

/** What lies under a zlib stream of Node; no public function packs at once and remembers. */
interface Handle {
  /** Leaves in the stream's state how much room and how much input is left. */
  writeSync(
    flush: number,
    input: Uint8Array,
    inputAt: number,
    inputLength: number,
    output: Uint8Array,
    outputAt: number,
    outputLength: number,
  ): void
  reset(): void
}

class SyncStream {
  readonly #handle: Handle
  readonly #state: Uint32Array
  readonly #output = Buffer.alloc(64 * 1024)

  constructor(stream: object) {
    this.#handle = Reflect.get(stream, '_handle') as Handle
    this.#state = Reflect.get(stream, '_writeState') as Uint32Array
  }

  reset(): void {
    this.#handle.reset()
  }

  run(input: Uint8Array): Buffer {
    const parts: Buffer[] = []
    let inputAt = 0
    for (;;) {
      const { length } = this.#output
      const inputLength = input.length - inputAt
      const flush = constants.Z_SYNC_FLUSH
      this.#handle.writeSync(flush, input, inputAt, inputLength, this.#output, 0, length)
      const [roomLeft = 0, inputLeft = 0] = this.#state
      parts.push(Buffer.from(this.#output.subarray(0, length - roomLeft)))
      inputAt = input.length - inputLeft
      // Room left over means that there was no more to come.
      if (roomLeft > 0) return parts.length === 1 ? (parts[0] ?? TAIL) : Buffer.concat(parts)
    }
  }
}

const deflater = new SyncStream(createDeflateRaw())
