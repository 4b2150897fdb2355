import { COMPRESS_FROM, framed, webSocketFrames } from './websocket-frames.ts'
import { RememberingDeflater } from './sync-zlib.ts'

/** Longer messages are rare, and are compressed by themselves. */
const LONGEST = 48 * 1024
/** Where somebody stands who cannot follow a reference to what was said before. */
const OUT_OF_STEP = -1
const FLUSH_TAIL = 4

/** How far one reader's memory of what was said on a board is the board's own. */
export interface DeflateState {
  at: number
}

/** Where a reader stands who has heard nothing. */
export const nowhere = (): DeflateState => ({ at: OUT_OF_STEP })

interface Packed {
  readonly bytes: Buffer
  /** Where a reader must stand to understand it; undefined: anywhere. */
  readonly from: number | undefined
  readonly to: number
}

/**
 * What all readers of one board are told together, compressed once with what they were told
 * before in mind: cursors and moves repeat themselves, so that takes a third of the bytes.
 *
 * A reader can follow when it got every message of this board since the last that refers to
 * nothing, and no other compressed message in between. Who cannot gets its message compressed by
 * itself, and makes the next one refer to nothing, so that everybody is in step again.
 */
export class SharedDeflate {
  #deflater: RememberingDeflater | undefined
  #at = 0
  #wantsFresh = true
  readonly #packed = new WeakMap<object, Packed>()

  /**
   * The bytes for one reader.
   *
   * @param frames - The same array for all who get the same.
   * @param place - Where this reader stands; moved along.
   */
  all(frames: readonly Uint8Array[], place: DeflateState): Uint8Array {
    if (frames.every(({ length }) => length < COMPRESS_FROM))
      return webSocketFrames.all(frames, false)
    const packed = this.#packed.get(frames) ?? this.#pack(frames, place)
    if (packed !== undefined && (packed.from === undefined || packed.from === place.at)) {
      place.at = packed.to
      return packed.bytes
    }
    this.#wantsFresh = true
    return this.#byItself(frames, place)
  }

  /** The bytes of a frame for one reader. */
  one(frame: Uint8Array, place: DeflateState): Uint8Array {
    if (frame.length >= COMPRESS_FROM) place.at = OUT_OF_STEP
    return webSocketFrames.one(frame, true)
  }

  #byItself(frames: readonly Uint8Array[], place: DeflateState): Uint8Array {
    place.at = OUT_OF_STEP
    return webSocketFrames.all(frames, true)
  }

  /** Undefined: not compressed together. */
  #pack(frames: readonly Uint8Array[], place: DeflateState): Packed | undefined {
    if (frames.reduce((sum, { length }) => sum + length, 0) > LONGEST) return undefined
    const isFresh = this.#wantsFresh || place.at !== this.#at
    const messages: Uint8Array[] = []
    let isFirst = isFresh
    for (const frame of frames) {
      if (frame.length < COMPRESS_FROM) {
        messages.push(framed(frame, false))
        continue
      }
      const deflated = (this.#deflater ??= new RememberingDeflater()).next(frame, isFirst)
      if (deflated === undefined) {
        this.#wantsFresh = true
        return undefined
      }
      messages.push(framed(deflated.subarray(0, -FLUSH_TAIL), true))
      isFirst = false
    }
    const from = isFresh ? undefined : this.#at
    this.#at++
    this.#wantsFresh = false
    const packed = { bytes: Buffer.concat(messages), from, to: this.#at }
    this.#packed.set(frames, packed)
    return packed
  }
}
