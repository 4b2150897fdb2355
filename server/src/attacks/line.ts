import { decodeRefused, encodeAnswer, encodeAsk, encodeUpdate } from '@stip/sync/protocol'
import { MessageType, SyncType } from '@stip/sync/protocol'
import type { Refused } from '@stip/sync/protocol'
import * as decoding from 'lib0/decoding'
import type { WebSocket } from 'ws'
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'

/** How the server ended a connection. */
export interface Closed {
  readonly code: number
  readonly reason: string
}

/**
 * One connection to a board that sees everything, and says only what it is told to say. Frames
 * leave as they are given; honest clients of the protocol are built on it as much as attackers.
 */
export class Line {
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly socket: WebSocket
  readonly closed: Promise<Closed>
  /** Answers to "what do I miss" that came. */
  answers = 0
  /** Times that the server asked what it misses. */
  asks = 0
  /** The highest number of own frames that the server called saved. */
  saved = 0
  /** Frames with an update that were sent: what `saved` counts. */
  written = 0
  /** Updates of others that came. */
  heard = 0
  refused: Refused | undefined
  readonly #changed = new Set<() => void>()
  #isOpen = true

  constructor(socket: WebSocket) {
    this.socket = socket
    this.awareness.setLocalState(null)
    this.closed = new Promise((resolve) => {
      socket.on('close', (code: number, reason: Buffer) => {
        this.#isOpen = false
        resolve({ code, reason: reason.toString() })
        this.#tell()
      })
    })
    socket.on('message', (data: Buffer) => {
      this.#hear(new Uint8Array(data))
      this.#tell()
    })
  }

  /** Comes to a board: asks what is there, and waits until it is here. */
  static async to(socket: WebSocket): Promise<Line> {
    const line = new Line(socket)
    socket.on('open', () => line.say(encodeAsk(Y.encodeStateVector(line.doc))))
    await line.until(() => line.answers > 0)
    return line
  }

  /** The connection has not ended. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  say(frame: Uint8Array): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(frame)
  }

  update(update: Uint8Array): void {
    this.written += 1
    this.say(encodeUpdate(update))
  }

  /** Step 2: what it has that the server may lack. */
  answer(update: Uint8Array): void {
    this.written += 1
    this.say(encodeAnswer(update))
  }

  /** Changes the own board and sends the change, as honest clients do. */
  write(change: (doc: Y.Doc) => void): void {
    const updates: Uint8Array[] = []
    const keep = (update: Uint8Array): number => updates.push(update)
    this.doc.on('update', keep)
    this.doc.transact(() => change(this.doc))
    this.doc.off('update', keep)
    for (const update of updates) this.update(update)
  }

  /** Waits until something is so; rejects when the connection ends before. */
  until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (isSo()) resolve()
        else if (!this.#isOpen) reject(new Error('The connection ended before that was so.'))
        else return
        this.#changed.delete(look)
      }
      this.#changed.add(look)
      look()
    })
  }

  leave(): void {
    this.socket.terminate()
    this.awareness.destroy()
    this.doc.destroy()
  }

  #tell(): void {
    for (const look of this.#changed) look()
  }

  #hear(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    switch (decoding.readVarUint(decoder)) {
      case MessageType.sync:
        this.#hearSync(decoder)
        break
      case MessageType.awareness:
        applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this)
        break
      case MessageType.saved:
        this.saved = decoding.readVarUint(decoder)
        break
      case MessageType.refused: {
        const refused = decodeRefused(frame)
        if (refused.ok) this.refused = refused.value
        break
      }
    }
  }

  #hearSync(decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder)
    const content = decoding.readVarUint8Array(decoder)
    if (kind === SyncType.ask) {
      this.asks++
      return
    }
    if (kind === SyncType.answer) this.answers++
    else this.heard++
    Y.applyUpdate(this.doc, content, this)
  }
}
