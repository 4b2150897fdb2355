// A board of forty people hears 2,400 short messages a second, nearly always whole and alone in what
// the line delivers. ws takes each through a stream, four states and two callbacks, which costs more
// than all that the board does with it. What is used here of ws has no public name; its version is
// pinned, and the tests send every kind of message both ways.
/* oxlint-disable no-underscore-dangle */
import type { WebSocket } from '@fastify/websocket'
import { inflated } from './sync-zlib.ts'

/** FIN and opcode 2, with and without compression (RFC 6455, 7692). */
const WHOLE = 0x82
const WHOLE_COMPRESSED = 0xc2
const MASKED = 0x80
const MASK_BYTES = 4
/** What a compressed message ends in; it is left out on the line. */
const FLUSH_TAIL = [0, 0, 0xff, 0xff]
/** Longer ones are rare. */
const LONGEST = 16 * 1024

interface Receiver {
  write(chunk: Buffer): boolean
  /** 0: waits for the beginning of a message. */
  readonly _state: number
  readonly _bufferedBytes: number
  readonly _fragmented: number
  /** Of the last frame; 8: the client said goodbye. */
  readonly _opcode: number
  readonly _writableState: { readonly length: number; readonly errored: unknown }
  readonly writable: boolean
  readonly _extensions?: Record<
    string,
    { readonly params: { readonly client_no_context_takeover?: boolean } } | undefined
  >
}

/**
 * Hands short binary messages that arrive whole to `hear` at once. Everything else, in order, goes
 * the way of ws: pieces, pings, closing, what is long, and what breaks a rule.
 */
export function receiveFramesFast(socket: WebSocket, hear: (message: Uint8Array) => void): void {
  const { _receiver: receiver } = socket as unknown as { readonly _receiver?: Receiver }
  if (receiver === undefined || !looksKnown(receiver)) return
  const { params } = receiver._extensions?.['permessage-deflate'] ?? {}
  const first = {
    plain: WHOLE,
    packed: params?.client_no_context_takeover ? WHOLE_COMPRESSED : WHOLE,
  }
  const inItsOwnWay = receiver.write.bind(receiver)
  receiver.write = (chunk) => {
    if (!isIdle(receiver)) return inItsOwnWay(chunk)
    let at = 0
    while (at < chunk.length) {
      const kind = chunk[at]
      const message = kind === first.plain || kind === first.packed ? wholeAt(chunk, at) : undefined
      const content = message && contentOf(chunk, message, kind === WHOLE_COMPRESSED)
      // What comes after it has to wait until ws has dealt with it.
      if (message === undefined || content === undefined) return inItsOwnWay(chunk.subarray(at))
      at = message.end
      // Closed while it was heard: what comes after it is nobody's.
      if (socket.readyState === socket.OPEN) hear(content)
    }
    return true
  }
}

function looksKnown(receiver: Receiver): boolean {
  const { _state, _bufferedBytes, _fragmented, _writableState } = receiver
  return (
    [_state, _bufferedBytes, _fragmented].every((value) => typeof value === 'number') &&
    typeof _writableState?.length === 'number'
  )
}

function isIdle({
  _state,
  _bufferedBytes,
  _fragmented,
  _opcode,
  _writableState,
  writable,
}: Receiver) {
  return (
    _state === 0 &&
    _bufferedBytes === 0 &&
    _fragmented === 0 &&
    _opcode !== 8 &&
    _writableState.length === 0 &&
    writable
  )
}

interface Whole {
  /** Where its mask begins. */
  readonly start: number
  readonly end: number
}

/** A message that is all there and masked, as those of clients must be; undefined: not for here. */
function wholeAt(chunk: Buffer, at: number): Whole | undefined {
  const size = chunk[at + 1]
  if (size === undefined || size < MASKED) return undefined
  let length = size - MASKED
  let start = at + 2
  if (length === 127) return undefined
  if (length === 126) {
    if (chunk.length < at + 4) return undefined
    length = chunk.readUInt16BE(start)
    start += 2
  }
  const end = start + MASK_BYTES + length
  return length > LONGEST || end > chunk.length ? undefined : { start, end }
}

/** In memory of its own; undefined when it is not sound. */
function contentOf(
  chunk: Buffer,
  { start, end }: Whole,
  isCompressed: boolean,
): Uint8Array | undefined {
  const from = start + MASK_BYTES
  const length = end - from
  const bytes = new Uint8Array(isCompressed ? length + FLUSH_TAIL.length : length)
  for (let index = 0; index < length; index++) {
    bytes[index] = (chunk[from + index] ?? 0) ^ (chunk[start + (index & 3)] ?? 0)
  }
  if (!isCompressed) return bytes
  bytes.set(FLUSH_TAIL, length)
  const message = inflated(bytes)
  return message && new Uint8Array(message.buffer, message.byteOffset, message.length)
}
