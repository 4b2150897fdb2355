import type * as Y from 'yjs'
import { roomLimits } from './limits.ts'
import type { Seat } from './seat.ts'

/** Something that wants to enter the board. */
export type Incoming = IncomingWrite | IncomingEdit | IncomingRepair

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
  readonly change: (doc: Y.Doc) => void
  readonly done: () => void
  readonly fail: (reason: unknown) => void
}

/** What the board has and the log lacks is stored, and shown once more. */
export interface IncomingRepair {
  readonly kind: 'repair'
  /** How far the log is: an encoded state vector. */
  readonly known: Uint8Array
}

/** What waits to be judged and stored, in order of arrival, within bounds. */
export class Intake {
  #waiting: Incoming[] = []
  #bytes = 0

  get isEmpty(): boolean {
    return this.#waiting.length === 0
  }

  /** Whether a member's update of this size may still wait; the server's own edits always may. */
  hasRoomFor(bytes: number): boolean {
    return (
      this.#bytes + bytes <= roomLimits.waitingBytes &&
      this.#waiting.length < roomLimits.waitingUpdates
    )
  }

  add(incoming: Incoming): void {
    this.#waiting.push(incoming)
    this.#bytes += sizeOf(incoming)
  }

  take(): readonly Incoming[] {
    const taken = this.#waiting
    this.#waiting = []
    this.#bytes = 0
    return taken
  }

  /** Puts back what was taken and not stored, before what came since. */
  putBack(incoming: readonly Incoming[]): void {
    const later = this.#waiting
    this.take()
    for (const item of incoming) this.add(item)
    for (const item of later) this.add(item)
  }
}

function sizeOf(incoming: Incoming): number {
  return incoming.kind === 'write' && typeof incoming.update !== 'string'
    ? incoming.update.length
    : 0
}
