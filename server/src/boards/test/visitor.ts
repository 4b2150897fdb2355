import { below } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import {
  decodeRefused,
  encodeAnswer,
  encodeAsk,
  encodeUpdate,
  MessageType,
  SyncType,
} from '@stip/sync/protocol'
import type { Channel, Room, Seated } from '@stip/sync/room'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { OWN, TYPED } from './drawer.ts'

/** Somebody at a board with a document as Yjs itself keeps it, who says whatever it changes by itself too. */
export class Visitor implements Channel {
  bufferedBytes = 0
  readonly doc = new Y.Doc()
  readonly undo: Y.UndoManager
  /** Why it was sent away or refused. */
  readonly refusals: string[] = []
  /** How often the document changed by itself. */
  ownChanges = 0
  readonly #mayWrite: boolean
  #seat: Seated | undefined
  #heard: Uint8Array[] = []
  #said: Uint8Array[] = []

  constructor(number: number, mayWrite: boolean) {
    this.#mayWrite = mayWrite
    this.doc.clientID = number
    this.undo = new Y.UndoManager(this.doc.getMap('records'), {
      trackedOrigins: new Set([TYPED]),
      captureTimeout: 0,
    })
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      if (![OWN, TYPED, this.undo].includes(origin as string)) this.ownChanges++
      if (this.#seat !== undefined) this.#said.push(encodeUpdate(update))
    })
  }

  get isBusy(): boolean {
    return this.#heard.length + this.#said.length > 0
  }

  get isHere(): boolean {
    return this.#seat !== undefined
  }

  enter(room: Room, identity: string, speaksStip: boolean): void {
    const mayWrite = (): boolean => this.#mayWrite
    this.#seat = room.join(this, { identity, mayWrite, speaksStip, presence: () => undefined })
    this.#said = [encodeAsk(Y.encodeStateVector(this.doc))]
    this.#heard = []
  }

  leave(): void {
    this.#seat?.leave()
    this.#seat = undefined
    this.#heard = []
    this.#said = []
  }

  send(frame: Uint8Array): void {
    this.#heard.push(frame)
  }

  close(code: number, reason: string): void {
    if (code !== 1012) this.refusals.push(`${code} ${reason}`)
    this.leave()
  }

  /** What it said arrives, all of it or a part; so does what it is told. */
  exchange(random: Random): void {
    for (let frames = below(random, 12); frames > 0; frames--) this.speak()
    for (let frames = below(random, 4); frames > 0; frames--) this.hear()
  }

  speak(): void {
    const frame = this.#said.shift()
    if (frame !== undefined) this.#seat?.receive(frame)
  }

  hear(): void {
    const frame = this.#heard.shift()
    if (frame === undefined) return
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === MessageType.refused) {
      const refused = decodeRefused(frame)
      this.refusals.push(refused.ok ? JSON.stringify(refused.value) : 'refused')
    }
    if (type !== MessageType.sync) return
    const kind = decoding.readVarUint(decoder)
    const content = decoding.readVarUint8Array(decoder)
    if (kind === SyncType.ask) {
      this.#said.push(encodeAnswer(Y.encodeStateAsUpdate(this.doc, content)))
    } else Y.applyUpdate(this.doc, content, this)
  }
}
