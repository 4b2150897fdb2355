// ws hands every compressed message to another thread and back, which for the short messages of a
// board costs far more than unpacking them. Its extension is replaced here for one socket; the
// version of ws is pinned.
/* oxlint-disable no-underscore-dangle */
import type { WebSocket } from '@fastify/websocket'
import { inflated } from './zlib-at-once.ts'

/** What a compressed message ends in; it is left out on the line (RFC 7692). */
const FLUSH_TAIL = Buffer.of(0, 0, 0xff, 0xff)
/** Compressed messages up to this many bytes are unpacked at once. */
const SHORT = 16 * 1024

type Done = (error: Error | null, message?: Buffer) => void

interface PerMessageDeflate {
  readonly params: { readonly client_no_context_takeover?: boolean }
  decompress(data: Buffer, isLast: boolean, done: Done): void
}

/** Makes a socket unpack short messages at once. Call it before the first message is read. */
export function inflateAtOnce(socket: WebSocket): void {
  const { _extensions: extensions } = socket as unknown as {
    readonly _extensions?: Record<string, PerMessageDeflate | undefined>
  }
  const extension = extensions?.['permessage-deflate']
  // With a memory from one message to the next, ws has to see them all.
  if (extension?.params.client_no_context_takeover !== true) return
  const inItsOwnWay = extension.decompress.bind(extension)
  let isHalfWay = false
  extension.decompress = (data, isLast, done) => {
    const isWhole = isLast && !isHalfWay
    isHalfWay = !isLast
    const message =
      isWhole && data.length <= SHORT ? inflated(Buffer.concat([data, FLUSH_TAIL])) : undefined
    // What is too large or not sound, ws refuses in its own way.
    if (message === undefined) inItsOwnWay(data, isLast, done)
    // Never before this call is over: ws is in the middle of its own reading.
    else queueMicrotask(() => done(null, message))
  }
}
