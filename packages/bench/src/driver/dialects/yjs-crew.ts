import { changeFields, createRecord, readBoard } from '@stip/documents'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { nothing } from '../crew.ts'
import type { Content, Copy, Crew, News, Script } from '../crew.ts'
import { noteId, noteOf, placeOf } from './notes.ts'

const SYNC = 0
const AWARENESS = 1
const AUTH = 2
/** Hocuspocus: sync that asks nothing back. */
const SYNC_REPLY = 4
/** Hocuspocus: an update was applied. */
const SYNC_STATUS = 8
/** Stip: everything up to a count is on disk. */
const SAVED = 100
const EMPTY_UPDATE = Uint8Array.of(0, 0)
/** Records in one update while seeding; an update may be 1 MB. */
const BATCH = 100

/**
 * Drawers that speak the y-websocket protocol, or with `room` the one of Hocuspocus: the same,
 * with the name of the board before every message and a token first.
 *
 * Every drawer is a Yjs client of its own. It writes nothing but moves, so its clock counts them.
 */
export class YjsCrew implements Crew {
  readonly drawers: number
  readonly movesCarryCursors: boolean
  readonly answersCount = true
  readonly #room: string | undefined
  readonly #clientIds: readonly number[]
  readonly #drawerOf: ReadonlyMap<number, number>
  #heartbeats = 0

  /**
   * @param room - The name of the board, for Hocuspocus.
   * @param gathers - A move and the cursor go in one message, as Stip's own client does it.
   */
  constructor(drawers: number, { room, gathers = false }: { room?: string; gathers?: boolean }) {
    this.drawers = drawers
    this.#room = room
    this.movesCarryCursors = gathers
    const first = 1 + Math.floor(Math.random() * 2 ** 30)
    this.#clientIds = Array.from({ length: drawers }, (_, drawer) => first + drawer)
    this.#drawerOf = new Map(this.#clientIds.map((id, drawer) => [id, drawer]))
  }

  newCopy(): YjsCopy {
    return new YjsCopy(this.#clientIds)
  }

  greeting(): readonly Content[] {
    const ask = this.#sync(0, Uint8Array.of(0))
    if (this.#room === undefined) return [ask]
    const token = this.#message(AUTH, (encoder) => {
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarString(encoder, 'bench')
    })
    return [token, ask]
  }

  heartbeat(): Content {
    return this.#cursor(2 ** 31 + 1, ++this.#heartbeats, {})
  }

  emptyAnswer(): Content {
    return this.#sync(1, EMPTY_UPDATE)
  }

  seeding(board: Copy, count: number): readonly Content[] {
    if (!(board instanceof YjsCopy)) return []
    const updates: Uint8Array[] = []
    const listen = (update: Uint8Array): void => void updates.push(update)
    board.document.on('update', listen)
    for (let from = 0; from < count; from += BATCH) {
      board.document.transact(() => {
        for (let n = from; n < Math.min(count, from + BATCH); n++) {
          createRecord(board.document, noteOf(n))
        }
      })
    }
    board.document.off('update', listen)
    return updates.map((update) => this.#sync(2, update))
  }

  rehearse(board: Copy, count: number): readonly Script[] {
    if (!(board instanceof YjsCopy)) return []
    const whole = Y.encodeStateAsUpdate(board.document)
    return this.#clientIds.map((clientId, drawer) => {
      const document = new Y.Doc()
      document.clientID = clientId
      Y.applyUpdate(document, whole)
      const updates: Uint8Array[] = []
      document.on('update', (update: Uint8Array) => void updates.push(update))
      for (let number = 1; number <= count; number++) {
        changeFields(document, noteId(drawer), { xy: placeOf(drawer, number) })
      }
      if (updates.length !== count) throw new Error('A move that changes nothing is none.')
      document.destroy()
      const user = { name: `Deelnemer ${drawer + 1}`, color: '#3b82f6' }
      const moves = updates.map((update) => this.#sync(2, update))
      const cursors = updates.map((_, index) => {
        const [x, y] = placeOf(drawer, index + 1).map(Math.round)
        return this.#cursor(clientId, index + 1, { user, pointer: { x, y }, ink: null })
      })
      if (!this.movesCarryCursors) return { moves, cursors }
      const together = moves.map((move, index) =>
        Buffer.concat([move, cursors[index] ?? new Uint8Array()]),
      )
      return { moves: together, cursors: [] }
    })
  }

  read(bytes: Uint8Array): News {
    const decoder = decoding.createDecoder(bytes)
    if (this.#room !== undefined) decoding.readVarString(decoder)
    switch (decoding.readVarUint(decoder)) {
      case SYNC:
      case SYNC_REPLY:
        return this.#readSync(decoder)
      case AWARENESS:
        return { ...nothing, cursors: this.#cursorsIn(decoding.readVarUint8Array(decoder)) }
      case SYNC_STATUS:
        return { ...nothing, savedMore: 1 }
      case SAVED:
        return { ...nothing, savedUntil: decoding.readVarUint(decoder) }
      default:
        return nothing
    }
  }

  #readSync(decoder: decoding.Decoder): News {
    const kind = decoding.readVarUint(decoder)
    if (kind === 0) return { ...nothing, isQuestion: true }
    const update = decoding.readVarUint8Array(decoder)
    const moves: number[] = []
    for (const [clientId, clock] of Y.parseUpdateMeta(update).to) {
      const drawer = this.#drawerOf.get(clientId)
      if (drawer !== undefined) moves.push(drawer, clock)
    }
    return { ...nothing, moves, isWhole: kind === 1, change: update }
  }

  #cursorsIn(content: Uint8Array): readonly number[] {
    const decoder = decoding.createDecoder(content)
    const cursors: number[] = []
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const drawer = this.#drawerOf.get(decoding.readVarUint(decoder))
      const clock = decoding.readVarUint(decoder)
      decoding.readVarUint8Array(decoder)
      if (drawer !== undefined) cursors.push(drawer, clock)
    }
    return cursors
  }

  #sync(kind: number, content: Uint8Array): Uint8Array {
    return this.#message(SYNC, (encoder) => {
      encoding.writeVarUint(encoder, kind)
      encoding.writeVarUint8Array(encoder, content)
    })
  }

  #cursor(clientId: number, clock: number, state: unknown): Uint8Array {
    const entry = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, JSON.stringify(state))
    })
    return this.#message(AWARENESS, (encoder) => encoding.writeVarUint8Array(encoder, entry))
  }

  #message(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
    return encoding.encode((encoder) => {
      if (this.#room !== undefined) encoding.writeVarString(encoder, this.#room)
      encoding.writeVarUint(encoder, type)
      write(encoder)
    })
  }
}

class YjsCopy implements Copy {
  readonly document = new Y.Doc()
  readonly #clientIds: readonly number[]

  constructor(clientIds: readonly number[]) {
    this.#clientIds = clientIds
  }

  apply({ change }: News): void {
    if (change instanceof Uint8Array) Y.applyUpdate(this.document, change)
  }

  holds(drawer: number): number {
    return Y.getState(this.document.store, this.#clientIds[drawer] ?? 0)
  }

  get size(): number {
    return this.document.getMap('records').size
  }

  get bytes(): number {
    return Y.encodeStateAsUpdate(this.document).length
  }

  picture(): string {
    return JSON.stringify(readBoard(this.document))
  }
}
