import { once } from 'node:events'
import { encodeAnswer, MessageType } from '@stip/sync/protocol'
import * as decoding from 'lib0/decoding'
import type { WebSocket } from 'ws'

/** One connection that sends one update at a time and reads only what became of it. */
export class Sender {
  readonly #socket: WebSocket
  #saved = 0
  #tell: (isTaken: boolean) => void = () => {}

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data: Buffer) => this.#hear(data))
    socket.on('close', () => this.#tell(false))
  }

  /** @throws {Error} When the server does not let it in. */
  static async to(socket: WebSocket): Promise<Sender> {
    const sender = new Sender(socket)
    await once(socket, 'open')
    return sender
  }

  /** Whether it was taken; when it was not, this connection is of no more use. */
  async send(update: Uint8Array): Promise<boolean> {
    if (this.#socket.readyState !== this.#socket.OPEN) return false
    const { promise, resolve } = Promise.withResolvers<boolean>()
    this.#tell = resolve
    this.#socket.send(encodeAnswer(update))
    return promise
  }

  leave(): void {
    this.#socket.terminate()
  }

  #hear(data: Buffer): void {
    const decoder = decoding.createDecoder(new Uint8Array(data))
    const kind = decoding.readVarUint(decoder)
    if (kind === MessageType.refused) this.#tell(false)
    if (kind !== MessageType.saved) return
    const saved = decoding.readVarUint(decoder)
    if (saved > this.#saved) this.#tell(true)
    this.#saved = saved
  }
}
