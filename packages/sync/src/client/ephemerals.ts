import * as decoding from 'lib0/decoding'
import { encodeEphemeral } from '../protocol/index.ts'

/** @param trail - The room's number of the stroke or laser it belongs to. */
export type EphemeralListener = (trail: number, content: Uint8Array) => void

/** With more than this waiting, in bytes, what is shown and forgotten would arrive too late. */
const SLOW_FROM = 64 * 1024

/** What passes between people on one board without ever being stored (frame 101, [R19]). */
export class Ephemerals {
  readonly #socket: () => WebSocket | null
  readonly #listeners = new Set<EphemeralListener>()

  constructor(socket: () => WebSocket | null) {
    this.#socket = socket
  }

  /** Calls `listener` with what others show, until the returned function is called. */
  subscribe(listener: EphemeralListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Shows something to others; not while the line is away or slow, when it would mean nothing. */
  send(content: Uint8Array): void {
    const socket = this.#socket()
    if (socket === null || socket.readyState !== socket.OPEN) return
    // A copy in a buffer of its own; a socket takes no view on shared memory.
    if (socket.bufferedAmount < SLOW_FROM) socket.send(encodeEphemeral(content).slice())
  }

  /** @param decoder - Behind the type of the frame. */
  hear(decoder: decoding.Decoder): void {
    const trail = decoding.readVarUint(decoder)
    const content = decoding.readVarUint8Array(decoder)
    for (const listener of this.#listeners) listener(trail, content)
  }
}
