import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import {
  decodeAwareness,
  decodeHello,
  decodeRefused,
  encodeAnswer,
  encodeAsk,
  encodeAwareness,
  encodeUpdate,
  MessageType,
  SyncType,
} from '../protocol/index.ts'
import type { AwarenessEntry, Hello, Refused } from '../protocol/index.ts'
import type { Channel, Member, Room, Seated } from '../room/index.ts'

/** What the room said over one line, as a test wants to read it. */
export type Heard =
  | { readonly kind: 'ask'; readonly content: Uint8Array }
  | { readonly kind: 'answer'; readonly content: Uint8Array }
  | { readonly kind: 'update'; readonly content: Uint8Array }
  | { readonly kind: 'awareness'; readonly entries: readonly AwarenessEntry[] }
  | { readonly kind: 'saved'; readonly count: number }
  | { readonly kind: 'ephemeral'; readonly trail: number; readonly content: Uint8Array }
  | { readonly kind: 'refused'; readonly refused: Refused }
  | { readonly kind: 'hello'; readonly hello: Hello }

/** One member's line to a room without a network: what is sent arrives at once and is kept. */
export class Line implements Channel {
  bufferedBytes = 0
  closedWith: number | undefined
  readonly frames: Uint8Array[] = []
  readonly doc = new Y.Doc()
  sendTogether?: NonNullable<Channel['sendTogether']>
  readonly #seat: Seated

  constructor(room: Room, member: Member) {
    this.#seat = room.join(this, member)
  }

  send(frame: Uint8Array): void {
    this.frames.push(frame)
  }

  /** Takes several frames in one go from now on, and keeps what it was given together. */
  keepBroadcasts(): readonly (readonly Uint8Array[])[] {
    const broadcast: (readonly Uint8Array[])[] = []
    this.sendTogether = (shared, own) => {
      broadcast.push(shared)
      this.frames.push(...shared)
      if (own !== undefined) this.frames.push(own)
    }
    return broadcast
  }

  close(code: number): void {
    this.closedWith = code
  }

  get heard(): readonly Heard[] {
    return this.frames.map(read)
  }

  /** What was heard of one kind, oldest first. */
  all<Kind extends Heard['kind']>(kind: Kind): readonly Extract<Heard, { kind: Kind }>[] {
    return this.heard.filter((h): h is Extract<Heard, { kind: Kind }> => h.kind === kind)
  }

  /** The cursors on this screen now. */
  get cursors(): ReadonlyMap<number, AwarenessEntry['state']> {
    const cursors = new Map<number, AwarenessEntry['state']>()
    for (const { clientId, state } of this.all('awareness').flatMap(({ entries }) => entries)) {
      if (state === undefined) cursors.delete(clientId)
      else cursors.set(clientId, state)
    }
    return cursors
  }

  /** The highest number of frames that the room called saved. */
  get saved(): number {
    return Math.max(0, ...this.all('saved').map(({ count }) => count))
  }

  ask(): void {
    this.say(encodeAsk(Y.encodeStateVector(this.doc)))
  }

  /** Everything that this line has, as an answer to the room's question. */
  answer(update = Y.encodeStateAsUpdate(this.doc)): void {
    this.say(encodeAnswer(update))
  }

  /** Changes the own document and sends the change. */
  write(change: (notes: Y.Map<unknown>) => void): void {
    const before = Y.encodeStateVector(this.doc)
    this.doc.transact(() => change(this.doc.getMap('notes')))
    this.say(encodeUpdate(Y.encodeStateAsUpdate(this.doc, before)))
  }

  point(entries: readonly AwarenessEntry[]): void {
    this.say(encodeAwareness(entries))
  }

  say(frame: Uint8Array): void {
    this.#seat.receive(frame)
  }

  leave(): void {
    this.#seat.leave()
  }

  accessChanged(): void {
    this.#seat.accessChanged()
  }

  /** The notes on this screen: what was heard, and what was written here. */
  get notes(): Record<string, unknown> {
    for (const { content } of [...this.all('answer'), ...this.all('update')]) {
      Y.applyUpdate(this.doc, content)
    }
    return this.doc.getMap('notes').toJSON()
  }
}

function read(frame: Uint8Array): Heard {
  const decoder = decoding.createDecoder(frame)
  const type = decoding.readVarUint(decoder)
  switch (type) {
    case MessageType.sync: {
      const sync = decoding.readVarUint(decoder)
      const content = decoding.readVarUint8Array(decoder)
      if (sync === SyncType.ask) return { kind: 'ask', content }
      return { kind: sync === SyncType.answer ? 'answer' : 'update', content }
    }
    case MessageType.awareness:
      return {
        kind: 'awareness',
        entries: valueOf(decodeAwareness(decoding.readVarUint8Array(decoder))),
      }
    case MessageType.saved:
      return { kind: 'saved', count: decoding.readVarUint(decoder) }
    case MessageType.ephemeral:
      return {
        kind: 'ephemeral',
        trail: decoding.readVarUint(decoder),
        content: decoding.readVarUint8Array(decoder),
      }
    case MessageType.refused:
      return { kind: 'refused', refused: valueOf(decodeRefused(frame)) }
    case MessageType.hello:
      return { kind: 'hello', hello: valueOf(decodeHello(frame)) }
    default:
      throw new Error(`The room sent a frame of type ${type}.`)
  }
}

function valueOf<Value>(
  result: { ok: true; value: Value } | { ok: false; refusal: string },
): Value {
  if (!result.ok) throw new Error(`The room sent something ${result.refusal}.`)
  return result.value
}
