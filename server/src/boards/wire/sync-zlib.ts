// Node's own zlib calls that answer at once make a new stream for every message, which costs ten
// times the work on messages as short as ours. What is used here of a stream is what those calls
// use inside. Whether it still works as expected is tried when the server starts; if not, the
// public calls do the same for more work.
/* oxlint-disable no-underscore-dangle */
import {
  constants,
  createDeflateRaw,
  createInflateRaw,
  deflateRawSync,
  inflateRawSync,
} from 'node:zlib'

/** The largest message that is worked on here; larger ones are rare. */
const SCRATCH_BYTES = 128 * 1024
const flush = { finishFlush: constants.Z_SYNC_FLUSH }
const light = { level: 1, windowBits: 15, memLevel: 8 }
/** What is compressed once for many may take some more trouble. */
const thorough = { ...light, level: 5 }

/** Nobody keeps what is in here beyond one call. */
const scratch = Buffer.allocUnsafeSlow(SCRATCH_BYTES)

interface Engine {
  _handle: {
    reset(): void
    writeSync(
      flush: number,
      input: Uint8Array,
      inputAt: number,
      inputLength: number,
      output: Uint8Array,
      outputAt: number,
      outputLength: number,
    ): void
  }
  /** What is left of the output, and of the input, after a call. */
  _writeState: Uint32Array
}

/** Compresses or unpacks one message after the other. */
class SyncCodec {
  readonly #make: () => Engine
  #engine: Engine | undefined
  #hasFailed = false

  constructor(make: () => unknown) {
    this.#make = make as () => Engine
  }

  /**
   * The result in memory of its own; undefined when it is too large or the input is not sound.
   *
   * @param remembers - Whether it may refer to what came before.
   */
  run(input: Uint8Array, remembers = false): Buffer | undefined {
    const engine = (this.#engine ??= this.#start())
    const { _handle: handle, _writeState: left } = engine
    const size = scratch.length
    if (!remembers) handle.reset()
    handle.writeSync(constants.Z_SYNC_FLUSH, input, 0, input.length, scratch, 0, size)
    const [outputLeft = 0, inputLeft = 0] = left
    if (this.#hasFailed) {
      this.#hasFailed = false
      this.#engine = undefined
      return undefined
    }
    if (outputLeft === 0 || inputLeft > 0) return undefined
    return Buffer.from(scratch.subarray(0, size - outputLeft))
  }

  #start(): Engine {
    const engine = this.#make()
    const fail = (): void => {
      this.#hasFailed = true
    }
    Object.assign(engine._handle, { onerror: fail })
    return engine
  }
}

const deflater = new SyncCodec(() => createDeflateRaw(light))
const inflater = new SyncCodec(() => createInflateRaw())
const isAsExpected = tryOut()

/** Compresses a message by itself, ending in an empty block (RFC 7692: `00 00 FF FF`). */
export function deflated(message: Uint8Array): Buffer {
  const isShort = isAsExpected && message.length < SCRATCH_BYTES / 2
  return (
    (isShort ? deflater.run(message) : undefined) ?? deflateRawSync(message, { ...light, ...flush })
  )
}

/** Compresses messages that may refer to those before them; RFC 7692 calls it context takeover. */
export class RememberingDeflater {
  readonly #deflater = new SyncCodec(() => createDeflateRaw(thorough))

  /**
   * Compresses the next message. Undefined when that does not work here or the message is too long:
   * then what comes next must be `fresh`.
   *
   * @param isFresh - Refers to nothing before it.
   */
  next(message: Uint8Array, isFresh: boolean): Buffer | undefined {
    if (!isAsExpected || message.length >= SCRATCH_BYTES / 2) return undefined
    return this.#deflater.run(message, !isFresh)
  }
}

/**
 * Unpacks a message that was compressed by itself; undefined when it is not sound, or larger than
 * is good to unpack while others wait.
 */
export function inflated(message: Uint8Array): Buffer | undefined {
  if (isAsExpected) return inflater.run(message)
  try {
    return inflateRawSync(message, { ...flush, maxOutputLength: SCRATCH_BYTES })
  } catch {
    return undefined
  }
}

function tryOut(): boolean {
  try {
    const sample = Buffer.from('abcabcabcabcabcabc'.repeat(20))
    const broken = Buffer.of(0xff, 0xff, 0xff, 0xff)
    for (let round = 0; round < 2; round++) {
      const packed = deflater.run(sample)
      if (packed === undefined || !inflateRawSync(packed, flush).equals(sample)) return false
      if (inflater.run(broken) !== undefined) return false
      if (inflater.run(packed)?.equals(sample) !== true) return false
    }
    return true
  } catch {
    return false
  }
}
