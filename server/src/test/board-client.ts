import { changeFields, createRecord, readBoard } from '@stip/documents'
import type { BoardRecord, Fields, StoredRecord } from '@stip/board'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { WebSocket } from 'ws'
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { onTestFinished } from 'vitest'
import { aNote } from './a-note.ts'

/** Somebody at a board: a bare client of the y-websocket protocol over a raw socket. */
export class BoardClient {
  readonly doc: Y.Doc
  readonly socket: WebSocket
  /** The code with which the connection ended; pending while it is open. */
  readonly closed: Promise<number>
  /** The board is here, and the server has what was written before. */
  readonly synced: Promise<void>

  /** @param doc - What this client knows already. */
  constructor(socket: WebSocket, doc = new Y.Doc()) {
    this.socket = socket
    this.doc = doc
    onTestFinished(() => socket.terminate())
    this.closed = new Promise((resolve) => {
      socket.on('close', (code: number) => resolve(code))
    })
    this.synced = new Promise((resolve) => {
      socket.on('message', (data: Buffer) => {
        if (this.#read(new Uint8Array(data))) resolve()
      })
    })
    socket.on('open', () => this.#send((encoder) => writeSyncStep1(encoder, this.doc)))
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#send((encoder) => writeUpdate(encoder, update))
    })
  }

  /** Puts a note on the board. */
  write(id: string, text = 'Meer groen'): void {
    this.doc.transact(() => createRecord(this.doc, aNote(id, text)))
  }

  /** A note with a star: a hoofdpunt. */
  writeKeyCard(id: string, text = 'Meer groen', meta: BoardRecord['meta'] = {}): void {
    const note = aNote(id, text, { ...meta, keyCard: true })
    this.doc.transact(() => createRecord(this.doc, note))
  }

  /** Changes fields of something on the board. */
  change(id: string, fields: Fields): void {
    this.doc.transact(() => changeFields(this.doc, id, fields))
  }

  get records(): readonly StoredRecord[] {
    return readBoard(this.doc)
  }

  /** Notes that people see, by id. */
  get notes(): readonly string[] {
    return this.records
      .filter(({ record, isGone }) => record.type === 'note' && !isGone)
      .map(({ record }) => record.id)
  }

  /** What a record has under a prop. */
  fieldOf(id: string | undefined, prop: string): unknown {
    return this.records.find(({ record }) => record.id === id)?.record.props[prop]
  }

  /** Sends a frame as it is. */
  say(frame: Uint8Array): void {
    this.socket.send(frame)
  }

  /** Returns whether this was the answer to "what do I miss". */
  #read(frame: Uint8Array): boolean {
    const decoder = decoding.createDecoder(frame)
    if (decoding.readVarUint(decoder) !== 0) return false
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 0)
    const kind = readSyncMessage(decoder, encoder, this.doc, this)
    if (encoding.length(encoder) > 1) this.socket.send(encoding.toUint8Array(encoder))
    return kind === 1
  }

  #send(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 0)
    write(encoder)
    this.socket.send(encoding.toUint8Array(encoder))
  }
}
