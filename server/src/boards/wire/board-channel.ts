// What was agreed on compression is kept by ws where no public name leads; its version is pinned.
/* oxlint-disable no-underscore-dangle */
import type { Duplex } from 'node:stream'
import type { WebSocket } from '@fastify/websocket'
import type { Channel } from '@stip/sync/room'
import { webSocketFrames } from './websocket-frames.ts'
import { nowhere } from './shared-deflate.ts'
import type { SharedDeflate } from './shared-deflate.ts'

/** What is copied rather than written apart, in bytes: one write costs more than this copy. */
const COPY_LIMIT = 64 * 1024

/** Characters; a close frame has room for 123 bytes. */
const LONGEST_REASON = 40

/** With so much waiting when a line is closed, in bytes, its reader is given little time. */
const STUCK_BYTES = 1024 * 1024
const STUCK_MS = 5_000

/**
 * A room's line over a WebSocket.
 *
 * What many are told is framed and compressed once, and the same bytes are written past the
 * WebSocket library, one write for each reader: by itself the library would do all of that for
 * each. That is safe because this is the only place that sends messages on these sockets: the
 * library never has half a message under way, and its own frames (pong, close) are whole.
 *
 * @param line - What carries the WebSocket.
 * @param shared - What compresses for all readers of this board.
 */
export function boardChannel(socket: WebSocket, line: Duplex, shared: SharedDeflate): Channel {
  const isCompressed = socket.extensions.includes('permessage-deflate')
  const remembers = isCompressed && mayRefer(socket)
  const place = nowhere()
  const one = (frame: Uint8Array): Uint8Array =>
    remembers ? shared.one(frame, place) : webSocketFrames.one(frame, isCompressed)
  const all = (frames: readonly Uint8Array[]): Uint8Array =>
    remembers ? shared.all(frames, place) : webSocketFrames.all(frames, isCompressed)
  const write = (bytes: Uint8Array): void => {
    if (socket.readyState === socket.OPEN) line.write(bytes)
  }
  return {
    send: (frame) => write(one(frame)),
    sendTogether: (frames, own) => {
      const bytes = all(frames)
      if (own === undefined) {
        write(bytes)
        return
      }
      const ownBytes = one(own)
      if (bytes.length + ownBytes.length <= COPY_LIMIT) write(Buffer.concat([bytes, ownBytes]))
      else {
        write(bytes)
        write(ownBytes)
      }
    },
    close: (code, reason) => {
      // A longer one than a close frame can carry would throw, and a reason may quote an error.
      socket.close(code, reason.slice(0, LONGEST_REASON))
      // Behind all that waits, a reader that has stopped reading will not hear of it.
      if (socket.bufferedAmount < STUCK_BYTES) return
      setTimeout(() => socket.terminate(), STUCK_MS).unref()
    },
    get bufferedBytes() {
      // Nothing waits anywhere else: ws itself sends next to nothing.
      return line.writableLength
    },
  }
}

/** Whether this client agreed to messages that refer to those before them. */
function mayRefer(socket: WebSocket): boolean {
  const { _extensions: extensions } = socket as unknown as {
    readonly _extensions?: Record<
      string,
      { readonly params: { readonly server_no_context_takeover?: boolean } } | undefined
    >
  }
  const params = extensions?.['permessage-deflate']?.params
  return params !== undefined && params.server_no_context_takeover !== true
}
