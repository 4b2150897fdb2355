import { below } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { encodeAnswer, encodeAsk, encodeUpdate, MessageType, SyncType } from '../protocol/index.ts'
import type { Channel, Room, Seated } from '../room/index.ts'
import { aMember } from './a-room.ts'

/** Somebody with a document and a line that delivers when the test says so, in order, or breaks. */
export class Person {
  readonly doc: Y.Doc
  readonly #number: number
  readonly #openRoom: () => Room
  #line: Cable | undefined

  constructor(number: number, openRoom: () => Room) {
    this.#number = number
    this.#openRoom = openRoom
    this.doc = new Y.Doc()
    this.doc.clientID = number
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'line') this.#line?.write(encodeUpdate(update))
    })
  }

  /** What the server has confirmed of this person over all connections, as an update. */
  readonly confirmed: Uint8Array[] = []
  /** What was shown to this person. */
  readonly shown: Uint8Array[] = []

  get isBusy(): boolean {
    return this.#line?.isBusy === true
  }

  connect(): void {
    this.#line ??= new Cable(this, `person-${this.#number}`, this.#openRoom())
  }

  cut(): void {
    this.#line?.cut()
    this.#line = undefined
  }

  /** One frame in one direction arrives. */
  deliverOne(random: Random): void {
    this.#line?.deliverOne(random)
    if (this.#line?.isClosed === true) this.cut()
  }
}

/** Two queues between a person and a room. */
class Cable implements Channel {
  readonly bufferedBytes = 0
  isClosed = false
  readonly #person: Person
  readonly #seat: Seated
  #up: Uint8Array[] = []
  #down: Uint8Array[] = []
  /** What this person had when each counted frame left. */
  readonly #covers: Uint8Array[] = []
  #hasAnswered = false

  constructor(person: Person, identity: string, room: Room) {
    this.#person = person
    this.#seat = room.join(this, aMember({ identity }))
    this.#up.push(encodeAsk(Y.encodeStateVector(person.doc)))
  }

  get isBusy(): boolean {
    return this.#up.length + this.#down.length > 0
  }

  send(frame: Uint8Array): void {
    this.#down.push(frame)
  }

  close(): void {
    this.isClosed = true
  }

  cut(): void {
    this.#seat.leave()
  }

  /** A frame that the room counts. */
  write(frame: Uint8Array): void {
    // Before the answer, earlier offline work is in no frame yet.
    this.#covers.push(
      this.#hasAnswered ? Y.encodeStateAsUpdate(this.#person.doc) : Uint8Array.of(0, 0),
    )
    this.#up.push(frame)
  }

  deliverOne(random: Random): void {
    const isUp = below(random, 2) === 0
    const frame = (isUp ? this.#up : this.#down).shift()
    if (frame === undefined) return
    if (isUp) this.#seat.receive(frame)
    else this.#hear(decoding.createDecoder(frame))
  }

  #hear(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder)
    if (type === MessageType.saved) {
      const covered = this.#covers[decoding.readVarUint(decoder) - 1]
      if (covered !== undefined) this.#person.confirmed.push(covered)
    }
    if (type === MessageType.refused) throw new Error('An honest update was refused.')
    if (type !== MessageType.sync) return
    const sync = decoding.readVarUint(decoder)
    const content = decoding.readVarUint8Array(decoder)
    if (sync === SyncType.ask) {
      this.#hasAnswered = true
      this.write(encodeAnswer(Y.encodeStateAsUpdate(this.#person.doc, content)))
      return
    }
    this.#person.shown.push(content)
    Y.applyUpdate(this.#person.doc, content, 'line')
  }
}
