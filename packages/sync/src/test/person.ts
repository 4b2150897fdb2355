import { below } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import {
  CloseCode,
  decodeRefused,
  encodeAnswer,
  encodeAsk,
  encodeUpdate,
  MessageType,
  SyncType,
} from '../protocol/index.ts'
import type { Channel, Room, Seated } from '../room/index.ts'
import { aMember } from './a-room.ts'

/** Somebody with a document and a line that delivers when the test says so, in order, or breaks. */
export class Person {
  /** What the server has confirmed of this person over all connections, as an update. */
  readonly confirmed: Uint8Array[] = []
  /** What was shown to this person. */
  readonly shown: Uint8Array[] = []
  mayWrite = true
  readonly #name: string
  readonly #openRoom: () => Room
  readonly #newClientId: () => number
  #doc: Y.Doc
  #line: Cable | undefined
  /** A line that is broken at this end, while what was sent is still on its way to the server. */
  #ghost: Cable | undefined

  constructor(name: string, openRoom: () => Room, newClientId: () => number) {
    this.#name = name
    this.#openRoom = openRoom
    this.#newClientId = newClientId
    this.#doc = this.#newDoc()
  }

  get doc(): Y.Doc {
    return this.#doc
  }

  get isBusy(): boolean {
    return this.#line?.isBusy === true
  }

  connect(): void {
    this.#line ??= new Cable(this, this.#name, this.#openRoom())
  }

  /** The line breaks; what was sent before may still arrive, in competition with the next line. */
  cut(leavesGhost = false): void {
    this.#ghost?.leave()
    this.#ghost = undefined
    if (leavesGhost) this.#ghost = this.#line
    else this.#line?.leave()
    this.#line = undefined
  }

  /** This person stops reading for a while, or reads on. */
  clog(bytes: number): void {
    if (this.#line !== undefined) this.#line.bufferedBytes = bytes
  }

  /** One frame in one direction arrives. */
  deliverOne(random: Random): void {
    this.#ghost?.deliverUp()
    this.#line?.deliverOne(random)
    if (this.#line?.isClosed === true) this.cut()
  }

  /** What was written is not taken: this person begins again, as SPEC.md [R7] says. */
  startAnew(): void {
    this.cut()
    this.#doc = this.#newDoc()
  }

  #newDoc(): Y.Doc {
    const doc = new Y.Doc()
    doc.clientID = this.#newClientId()
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'line' && doc === this.#doc) this.#line?.write(encodeUpdate(update))
    })
    return doc
  }
}

/** Two queues between a person and a room. */
class Cable implements Channel {
  bufferedBytes = 0
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
    this.#seat = room.join(this, aMember({ identity, mayWrite: () => person.mayWrite }))
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

  leave(): void {
    this.#seat.leave()
  }

  deliverUp(): void {
    const frame = this.#up.shift()
    if (frame !== undefined) this.#seat.receive(frame)
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
    if (isUp) {
      this.deliverUp()
      return
    }
    const frame = this.#down.shift()
    if (frame !== undefined) this.#hear(frame)
  }

  #hear(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === MessageType.saved) {
      const covered = this.#covers[decoding.readVarUint(decoder) - 1]
      if (covered !== undefined) this.#person.confirmed.push(covered)
    }
    if (type === MessageType.refused) this.#refused(frame)
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

  #refused(frame: Uint8Array): void {
    const refused = decodeRefused(frame)
    if (!refused.ok || refused.value.code !== CloseCode.mayNotWrite) {
      throw new Error('An honest update was refused.')
    }
    this.#person.startAnew()
  }
}
