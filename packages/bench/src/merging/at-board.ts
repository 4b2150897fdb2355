import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Entrance } from '../job.ts'

const SYNC = 0

/** Somebody at a board who has all of it, and sends what they write. */
export class AtBoard {
  readonly doc = new Y.Doc()
  /** The board is here. */
  readonly synced: Promise<void>
  /** Why the line ended; undefined while it is open. */
  ended: string | undefined
  readonly #socket: WebSocket

  constructor({ host, port, path, headers }: Entrance) {
    const { Origin: origin, ...rest } = headers
    this.#socket = new WebSocket(`ws://${host}:${port}${path}`, { origin, headers: rest })
    this.synced = new Promise((resolve, reject) => {
      this.#socket.on('error', reject)
      this.#socket.on('message', (data: Buffer) => {
        if (this.#read(data)) resolve()
      })
    })
    this.#socket.on('close', (code: number, why: Buffer) => (this.ended = `${code} ${String(why)}`))
    this.#socket.on('open', () => this.#send((encoder) => writeSyncStep1(encoder, this.doc)))
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#send((encoder) => writeUpdate(encoder, update))
    })
  }

  leave(): void {
    this.#socket.close()
  }

  /** Returns whether this was the answer to "what do I miss". */
  #read(message: Buffer): boolean {
    const decoder = decoding.createDecoder(new Uint8Array(message))
    if (decoding.readVarUint(decoder) !== SYNC) return false
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, SYNC)
    const kind = readSyncMessage(decoder, encoder, this.doc, this)
    if (encoding.length(encoder) > 1) this.#socket.send(encoding.toUint8Array(encoder))
    return kind === 1
  }

  #send(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, SYNC)
    write(encoder)
    this.#socket.send(encoding.toUint8Array(encoder))
  }
}
