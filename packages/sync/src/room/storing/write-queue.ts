import type * as Y from 'yjs'
import type { OwnerOf } from './gateway.ts'
import { roomLimits } from '../limits.ts'
import type { Seat } from '../members/seat.ts'

/** Something that wants to enter the board. */
export type Incoming = IncomingWrite | OwnEdit | IncomingRepair

/** A change of the server's own, which somebody waits for. */
export type OwnEdit = IncomingEdit | IncomingMade

export interface IncomingWrite {
  readonly kind: 'write'
  readonly seat: Seat
  /** Which writing frame of this connection it is, from 1. */
  readonly number: number
  /** Step 2: holds everything that the client had and the board lacked. */
  readonly isAnswer: boolean
  /** 'too-large': more than allowed. 'dropped': there was no room for it to wait. */
  readonly update: Uint8Array | 'too-large' | 'dropped'
  /** As it was when the frame arrived. */
  readonly mayWrite: boolean
}

export interface IncomingEdit {
  readonly kind: 'edit'
  readonly change: (doc: Y.Doc, ownerOf: OwnerOf) => void
  readonly done: () => void
  readonly fail: (reason: unknown) => void
}

/** An edit whose update is made elsewhere, while the board stays as it is. */
export interface IncomingMade {
  readonly kind: 'made'
  readonly make: (clientId: number) => Promise<MadeUpdate | undefined>
  /** How often it was made for nothing, since others wrote meanwhile. */
  readonly tries: number
  readonly done: () => void
  readonly fail: (reason: unknown) => void
}

/** An update that was made of exactly what is on disk. */
export interface MadeUpdate {
  readonly update: Uint8Array
  /** The same in smaller ones, each of which stands on those before it; none when nothing changes. */
  readonly parts: readonly Uint8Array[]
  /** How far the board was that it was made of: an encoded state vector. */
  readonly base?: Uint8Array
  /** What the board comes to with it, as one update. */
  readonly whole?: Uint8Array
  /** Called right before it is put on the board, which waits for it. */
  readonly begin?: () => Promise<void>
}

/** What the board has and the log lacks is stored, and shown once more. */
export interface IncomingRepair {
  readonly kind: 'repair'
  /** How far the log is: an encoded state vector. */
  readonly known: Uint8Array
}

/** What an update costs besides its bytes, in bytes. */
const BYTES_PER_UPDATE = 256

interface Heap {
  bytes: number
  updates: number
}

/**
 * What waits to be judged and stored, within bounds for each person and for all. Of one person in
 * order of arrival; when somebody has very much to say, the others go between.
 */
export class WriteQueue {
  readonly #largeBytes: number
  #waiting: Incoming[] = []
  readonly #all: Heap = { bytes: 0, updates: 0 }
  /** How many edits wait that are made elsewhere. */
  #made = 0
  readonly #heaps = new Map<string, Heap>()

  /** @param largeBytes - From here an update is dealt with by itself. */
  constructor(largeBytes: number = roomLimits.largeBytes) {
    this.#largeBytes = largeBytes
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0
  }

  /** Whether an update of this size may still wait; the server's own edits always may. */
  hasRoomFor(bytes: number, person: string): boolean {
    const { waitingBytes, waitingUpdates, waitingBytesOfAll } = roomLimits
    if (this.#all.bytes + bytes > waitingBytesOfAll) return false
    const heap = this.#heaps.get(person)
    if (heap === undefined) return bytes <= waitingBytes
    return heap.bytes + bytes <= waitingBytes && heap.updates < waitingUpdates
  }

  add(incoming: Incoming): void {
    this.#waiting.push(incoming)
    this.#count(incoming, 1)
  }

  /** Adds an edit of the server's own that nobody waits for; what the disk refuses is tried again. */
  addUntilDone(change: (doc: Y.Doc) => void): void {
    const fail = (): void => this.addUntilDone(change)
    this.add({ kind: 'edit', change, done: () => undefined, fail })
  }

  /** The next batch: a large update by itself, or all until the first large one. */
  take(): readonly Incoming[] {
    const { length } = this.#waiting
    const isMuch = length > roomLimits.fairUpdates || this.#all.bytes > roomLimits.fairBytes
    const waiting = isMuch ? fairly(this.#waiting) : this.#waiting
    const isLong = this.#all.bytes >= this.#largeBytes || this.#made > 0
    const large = isLong ? waiting.findIndex((incoming) => this.isLarge(incoming)) : -1
    const end = large === -1 ? length : Math.max(1, large)
    const taken = end === length ? waiting : waiting.slice(0, end)
    this.#waiting = end === length ? [] : waiting.slice(end)
    for (const incoming of taken) this.#count(incoming, -1)
    return taken
  }

  /** The server's own edits: whoever waits for one is told when the disk refuses. */
  takeOwn(): readonly OwnEdit[] {
    const own = this.#waiting.filter(isOwn)
    if (own.length > 0) this.#waiting = this.#waiting.filter((incoming) => !isOwn(incoming))
    for (const incoming of own) this.#count(incoming, -1)
    return own
  }

  /** Whether an update is dealt with by itself, step by step. */
  isLarge(incoming: Incoming): boolean {
    return incoming.kind === 'made' || sizeOf(incoming) >= this.#largeBytes
  }

  /** Everything. */
  takeAll(): readonly Incoming[] {
    const taken = this.#waiting
    this.#waiting = []
    for (const incoming of taken) this.#count(incoming, -1)
    return taken
  }

  /** Puts back what was taken and not stored, before what came since. */
  putBack(incoming: readonly Incoming[]): void {
    if (incoming.length === 0) return
    for (const item of incoming) this.#count(item, 1)
    this.#waiting = [...incoming, ...this.#waiting]
  }

  #count(incoming: Incoming, sign: 1 | -1): void {
    if (incoming.kind === 'made') this.#made += sign
    if (incoming.kind !== 'write') return
    const person = incoming.seat.person
    let heap = this.#heaps.get(person)
    if (heap === undefined) this.#heaps.set(person, (heap = { bytes: 0, updates: 0 }))
    const bytes = sign * sizeOf(incoming)
    heap.bytes += bytes
    heap.updates += sign
    this.#all.bytes += bytes
    this.#all.updates += sign
    if (heap.updates === 0) this.#heaps.delete(person)
  }
}

/** Whether it is a change of the server's own. */
export function isOwn(incoming: Incoming): incoming is OwnEdit {
  return incoming.kind === 'edit' || incoming.kind === 'made'
}

/** In rounds in which each person has as much to say; who has little is done after the first. */
function fairly(waiting: readonly Incoming[]): Incoming[] {
  const said = new Map<string, number>()
  const rounds: Incoming[][] = []
  for (const incoming of waiting) {
    const person = incoming.kind === 'write' ? incoming.seat.person : ''
    const size = (said.get(person) ?? 0) + sizeOf(incoming) + BYTES_PER_UPDATE
    said.set(person, size)
    const round = Math.floor(size / roomLimits.roundBytes)
    const others = rounds[round]
    if (others === undefined) rounds[round] = [incoming]
    else others.push(incoming)
  }
  return rounds.flat()
}

function sizeOf(incoming: Incoming): number {
  return incoming.kind === 'write' && typeof incoming.update !== 'string'
    ? incoming.update.length
    : 0
}
