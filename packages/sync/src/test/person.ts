import { below } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import {
  CloseCode,
  decodeHello,
  decodeRefused,
  encodeAnswer,
  encodeAsk,
  encodeUpdate,
  MessageType,
  SyncType,
} from '../protocol/index.ts'
import type { Channel, Room, Seated } from '../room/index.ts'
import { aMember } from './a-room.ts'

/** What a person finds where they connect. */
export interface Place {
  readonly room: Room
  readonly fits: (stateVector: Uint8Array) => boolean
  readonly fitsClient: (clientId: number) => boolean
}

/** Somebody with a document and a line that delivers when the test says so, in order, or breaks. */
export class Person {
  /** What the server has confirmed of this person over all connections, as an update. */
  readonly confirmed: Uint8Array[] = []
  /** What was shown to this person. */
  readonly shown: Uint8Array[] = []
  mayWrite = true
  readonly speaksStip: boolean
  /** How often the document of who only looks changed by itself. */
  ownChanges = 0
  readonly #isReader: boolean
  readonly #name: string
  readonly #openPlace: () => Place
  readonly #newClientId: () => number
  #doc: Y.Doc
  /** A document of an earlier generation, as a copy on the device may still hold it. */
  #replaced: Y.Doc | undefined
  #line: Cable | undefined
  /** A line that is broken at this end, while what was sent is still on its way to the server. */
  #ghost: Cable | undefined

  /**
   * @param speaksStip - Has our own client.
   * @param isReader - Only looks, and is never refused for it.
   */
  constructor(
    name: string,
    openPlace: () => Place,
    newClientId: () => number,
    { speaksStip = true, isReader = false }: { speaksStip?: boolean; isReader?: boolean } = {},
  ) {
    this.speaksStip = speaksStip
    this.#isReader = isReader
    this.mayWrite = !isReader
    this.#name = name
    this.#openPlace = openPlace
    this.#newClientId = newClientId
    this.#doc = this.#newDoc()
  }

  get doc(): Y.Doc {
    return this.#doc
  }

  get isBusy(): boolean {
    return this.#line?.isBusy === true
  }

  get isConnected(): boolean {
    return this.#line !== undefined
  }

  connect(): void {
    this.#line ??= new Cable(this, this.#name, this.#openPlace())
  }

  /** The line breaks; what was sent before may still arrive, in competition with the next line. */
  cut(leavesGhost = false): void {
    this.#ghost?.leave()
    this.#ghost = undefined
    if (leavesGhost) this.#ghost = this.#line
    else this.#line?.leave()
    this.#line = undefined
  }

  /** The server ends the connection. */
  lose(code: number): void {
    this.#line?.lose(code)
  }

  /** This person stops reading for a while, or reads on. */
  clog(bytes: number): void {
    if (this.#line !== undefined) this.#line.bufferedBytes = bytes
  }

  /** One frame in one direction arrives. */
  deliverOne(random: Random): void {
    this.#ghost?.deliverUp()
    this.#line?.deliverOne(random)
    if (this.#line?.closedWith !== undefined) this.#sentAway(this.#line.closedWith)
  }

  /**
   * What is of an earlier generation gets into the present document: a copy that is read late. Gives
   * the notes that were never handed in: they were never on the board that was replaced.
   */
  bringReplaced(isNew: (clientId: number) => boolean): readonly (readonly [string, number])[] {
    if (this.#replaced === undefined) return []
    Y.applyUpdate(this.#doc, Y.encodeStateAsUpdate(this.#replaced), 'copy')
    if (!isNew(this.#replaced.clientID)) return []
    const notes = Object.entries(this.#replaced.getMap('notes').toJSON())
    return notes.map(([note, value]) => [note, Number(value)])
  }

  /** What was sent last is sent again. */
  repeat(): void {
    this.#line?.repeat()
  }

  /** The generation of what this person has; 0 for who has nothing of the board. */
  get generation(): number {
    return Number(this.#doc.getMap('board').get('generation') ?? 0)
  }

  #sentAway(code: number): void {
    if (code === CloseCode.mayNotWrite) this.mayNotWrite()
    // Our own client hears why before that, in a frame.
    const startsAnew: readonly number[] = [CloseCode.mayNotWrite, CloseCode.otherGeneration]
    if (code === CloseCode.otherGeneration) this.#replaced = this.#doc
    if (startsAnew.includes(code)) this.startAnew()
    else if (code === CloseCode.refusedUpdate) throw new Error('An honest update was refused.')
    else this.cut()
  }

  /** What was written is not taken: this person begins again, as SPEC.md [R7] says. */
  startAnew(): void {
    this.cut()
    this.#doc = this.#newDoc()
  }

  /** @throws {Error} When this is somebody who wrote nothing. */
  mayNotWrite(): void {
    if (this.#isReader) throw new Error('A reader was refused.')
  }

  #newDoc(): Y.Doc {
    const doc = new Y.Doc()
    doc.clientID = this.#newClientId()
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'line') return
      if (this.#isReader) this.ownChanges++
      if (doc === this.#doc) this.#line?.write(encodeUpdate(update))
    })
    return doc
  }
}

/** Two queues between a person and a room. */
class Cable implements Channel {
  bufferedBytes = 0
  closedWith: number | undefined
  readonly #person: Person
  readonly #seat: Seated
  #up: Uint8Array[] = []
  #down: Uint8Array[] = []
  /** What this person had when each counted frame left. */
  readonly #covers: Uint8Array[] = []
  #hasAnswered = false
  #lastWritten: Uint8Array | undefined

  constructor(person: Person, identity: string, { room, fits, fitsClient }: Place) {
    this.#person = person
    const { speaksStip } = person
    const mayWrite = (): boolean => person.mayWrite
    this.#seat = room.join(this, aMember({ identity, mayWrite, speaksStip, fits, fitsClient }))
    this.#up.push(encodeAsk(Y.encodeStateVector(person.doc)))
  }

  /** Something is on its way, if only the news that the line is closed. */
  get isBusy(): boolean {
    return this.closedWith !== undefined || this.#up.length + this.#down.length > 0
  }

  send(frame: Uint8Array): void {
    this.#down.push(frame)
  }

  close(code: number): void {
    this.closedWith = code
  }

  lose(code: number): void {
    this.leave()
    this.close(code)
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
    // Only an update: our client never sends an answer that is older than what it has.
    if (frame[1] === SyncType.update) this.#lastWritten = frame
  }

  repeat(): void {
    if (this.#lastWritten !== undefined) this.write(this.#lastWritten)
  }

  deliverOne(random: Random): void {
    const isUp = below(random, 2) === 0
    if (isUp) {
      this.deliverUp()
      return
    }
    const frame = this.#down.shift()
    if (frame === undefined) return
    this.#hear(frame)
    // An update that comes twice is as good as one that comes once.
    if (below(random, 10) === 0 && frame[0] === MessageType.sync && frame[1] === SyncType.update) {
      this.#hear(frame)
    }
  }

  #hear(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === MessageType.saved) {
      const covered = this.#covers[decoding.readVarUint(decoder) - 1]
      if (covered !== undefined) this.#person.confirmed.push(covered)
    }
    if (type === MessageType.refused) this.#refused(frame)
    if (type === MessageType.hello) this.#greeted(frame)
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

  #greeted(frame: Uint8Array): void {
    const hello = decodeHello(frame)
    if (!hello.ok) throw new Error('A greeting cannot be read.')
    const own = this.#person.generation
    if (own !== 0 && own !== hello.value.generation) this.#person.startAnew()
  }

  #refused(frame: Uint8Array): void {
    const refused = decodeRefused(frame)
    if (!refused.ok || refused.value.code !== CloseCode.mayNotWrite) {
      throw new Error('An honest update was refused.')
    }
    this.#person.mayNotWrite()
    this.#person.startAnew()
  }
}
