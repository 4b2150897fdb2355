import type { BoardRecord } from '@stip/board'
import { createRecord, plainTextOf, readBoard, textFragment } from '@stip/documents'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { noteOf } from '../driver/dialects/notes.ts'
import type { Entrance } from '../job.ts'
import type { Ledger } from './ledger.ts'

/** How a word is marked, or that it is not any more. */
export type Mark =
  | Readonly<Record<'bold' | 'italic', object | null>>
  | Readonly<Record<'bold', object | null>>

interface Sent {
  readonly record: string
  readonly at: number
}

/** Somebody at a board, without anything between them and the wire: no queue, no local copy. */
export class RawClient {
  readonly doc = new Y.Doc()
  /** The board is here, whole: the answer may be followed by what came after it. */
  readonly synced: Promise<void>
  /** Why the line ended. */
  readonly closed: Promise<string>
  /** How long each edit took to be on disk, in ms. */
  readonly latencies: number[] = []
  /** The server says that it cannot store anything now. */
  isPaused = false
  refusal: string | undefined
  readonly #socket: WebSocket
  readonly #ledger: Ledger
  readonly #pending = new Map<number, Sent>()
  #counted = 0
  #isAnswered = false

  constructor({ host, port, path, headers }: Entrance, ledger: Ledger) {
    this.#ledger = ledger
    this.#socket = new WebSocket(`ws://${host}:${port}${path}`, { headers: { ...headers } })
    this.#socket.binaryType = 'nodebuffer'
    this.closed = new Promise((resolve) => {
      this.#socket.on('close', (code, reason) => resolve(`${code} ${reason.toString()}`))
    })
    // A broken line shows in the close that follows.
    this.#socket.on('error', () => undefined)
    this.synced = new Promise((resolve) => {
      this.#socket.on('message', (data: Buffer) => {
        if (this.#hear(new Uint8Array(data))) resolve()
      })
    })
    this.#socket.on('open', () => this.#send(0, Y.encodeStateVector(this.doc)))
    this.#watch()
  }

  /** Edits of which the server has not said that they are on disk. */
  get pendingCount(): number {
    return this.#pending.size
  }

  /**
   * Puts a note with a name of its own on the board.
   *
   * @param mark - And marks the first word of the oldest note with it, where others do so as well.
   */
  write(n: number, record: string, mark?: Mark): void {
    const note = noteOf(n)
    const updates: Uint8Array[] = []
    const keep = (update: Uint8Array): void => void updates.push(update)
    this.doc.on('update', keep)
    const content = [{ type: 'paragraph', content: [{ type: 'text', text: textOf(record) }] }]
    const props = { ...note.props, richText: { type: 'doc', content } }
    this.doc.transact(() => {
      createRecord(this.doc, { ...note, id: record, props })
      if (mark !== undefined) this.#mark(mark)
    })
    this.doc.off('update', keep)
    this.#ledger.issued.set(record, textOf(record))
    for (const update of updates) {
      this.#pending.set(this.#send(2, update), { record, at: performance.now() })
    }
  }

  /** Every note on the board, with its text. */
  get notes(): ReadonlyMap<string, string> {
    const notes = readBoard(this.doc).filter(({ record }) => record.id.startsWith(PREFIX))
    return new Map(notes.map(({ record }) => [record.id, noteText(record)]))
  }

  end(): void {
    this.#socket.terminate()
  }

  #mark(mark: Mark): void {
    const [oldest] = [...this.notes.keys()].toSorted()
    const paragraph = oldest === undefined ? undefined : textFragment(this.doc, oldest)?.get(0)
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
    if (text instanceof Y.XmlText) text.format(0, 4, mark)
  }

  #watch(): void {
    const records = this.doc.getMap('records')
    records.observe(({ changes }, { origin }) => {
      if (origin !== this) return
      for (const key of changes.keys.keys()) {
        if (key.startsWith(PREFIX)) this.#ledger.broadcast.add(key)
      }
    })
  }

  /** Returns whether all that was missed is here: the server asks in return after the last of it. */
  #hear(frame: Uint8Array): boolean {
    const decoder = decoding.createDecoder(frame)
    switch (decoding.readVarUint(decoder)) {
      case 0:
        return this.#hearSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder))
      case 100:
        this.#saved(decoding.readVarUint(decoder))
        return false
      case 102:
        decoding.readVarUint(decoder)
        this.refusal = decoding.readVarString(decoder)
        return false
      case 103:
        for (let skipped = 0; skipped < 3; skipped++) decoding.readVarUint(decoder)
        this.isPaused = decoding.readVarUint(decoder) === 2
        return false
      default:
        return false
    }
  }

  #hearSync(kind: number, content: Uint8Array): boolean {
    if (kind === 0) {
      this.#send(1, Y.encodeStateAsUpdate(this.doc, content))
      return this.#isAnswered
    }
    Y.applyUpdate(this.doc, content, this)
    this.#isAnswered ||= kind === 1
    return false
  }

  #saved(count: number): void {
    const now = performance.now()
    for (const [number, { record, at }] of this.#pending) {
      if (number > count) break
      this.#pending.delete(number)
      this.#ledger.acknowledged.add(record)
      this.latencies.push(now - at)
    }
  }

  /** Returns the number of the frame, for those that the server counts. */
  #send(kind: number, content: Uint8Array): number {
    if (kind > 0) this.#counted++
    this.#socket.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarUint(encoder, kind)
        encoding.writeVarUint8Array(encoder, content)
      }),
    )
    return this.#counted
  }
}

/** How the records of chaos begin; zones of the session have other names. */
const PREFIX = 'shape:chaos'

export function recordName(writer: number, n: number): string {
  return `${PREFIX}-${writer}-${n}-end`
}

function noteText(note: BoardRecord): string {
  return note.typeName === 'shape' ? plainTextOf(note.props['richText']) : ''
}

function textOf(record: string): string {
  return `Hier staat ${record}`
}
