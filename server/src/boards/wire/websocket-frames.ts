import { deflated } from './sync-zlib.ts'

/** Below this, in bytes, compression costs more than it saves. */
export const COMPRESS_FROM = 200
/** Above this, in bytes, compressing would keep the thread from everybody for 20 ms and more. */
const COMPRESS_TO = 2 * 1024 * 1024
/** What every message that is flushed ends in, and what permessage-deflate leaves out. */
const FLUSH_TAIL = 4
const FINAL = 0x80
const BINARY = 2
const COMPRESSED = 0x40

/** Makes WebSocket messages of frames (RFC 6455 and 7692), and remembers what many are sent. */
class WebSocketFrames {
  readonly #plain = new WeakMap<object, Uint8Array>()
  readonly #compressed = new WeakMap<object, Uint8Array>()

  /** One frame for one reader. */
  one(frame: Uint8Array, isCompressed: boolean): Uint8Array {
    return message(frame, isCompressed)
  }

  /** Several frames, one after the other; the same array gives the same bytes. */
  all(frames: readonly Uint8Array[], isCompressed: boolean): Uint8Array {
    const known = isCompressed ? this.#compressed : this.#plain
    const found = known.get(frames)
    if (found !== undefined) return found
    const messages = frames.map((frame) => this.#remembered(frame, isCompressed))
    const [only] = messages
    const bytes = messages.length === 1 && only !== undefined ? only : Buffer.concat(messages)
    known.set(frames, bytes)
    return bytes
  }

  #remembered(frame: Uint8Array, isCompressed: boolean): Uint8Array {
    const known = isCompressed ? this.#compressed : this.#plain
    const bytes = known.get(frame) ?? message(frame, isCompressed)
    known.set(frame, bytes)
    return bytes
  }
}

/** The WebSocket messages of all boards. */
export const webSocketFrames = new WebSocketFrames()

function message(frame: Uint8Array, mayCompress: boolean): Uint8Array {
  const isWorthIt = frame.length >= COMPRESS_FROM && frame.length <= COMPRESS_TO
  if (!mayCompress || !isWorthIt) return framed(frame, false)
  return framed(deflated(frame).subarray(0, -FLUSH_TAIL), true)
}

/** One whole message; binary unless the opcode says otherwise. */
export function framed(payload: Uint8Array, isCompressed: boolean, opcode = BINARY): Uint8Array {
  const first = FINAL | opcode | (isCompressed ? COMPRESSED : 0)
  const { length } = payload
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const bytes = Buffer.allocUnsafe(head + length)
  bytes[0] = first
  if (head === 2) bytes[1] = length
  else if (head === 4) {
    bytes[1] = 126
    bytes.writeUInt16BE(length, 2)
  } else {
    bytes[1] = 127
    bytes.writeBigUInt64BE(BigInt(length), 2)
  }
  bytes.set(payload, head)
  return bytes
}
