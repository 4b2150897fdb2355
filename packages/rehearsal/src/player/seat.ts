import type { BoardId, SessionId } from '@stip/primitives'
import { Desk } from './desk.ts'
import type { Device } from './device.ts'
import { cut, socketOf } from './network.ts'
import type { Network } from './network.ts'

/** Somebody with a screen: their device, who they are, and the boards that they have open. */
export class Seat {
  readonly device: Device
  readonly role: 'facilitator' | 'participant'
  readonly #sessionId: SessionId
  readonly #desks = new Map<BoardId, Desk>()
  #network: Network = { isUp: true, lines: new Set() }
  #feed: WebSocket | undefined

  constructor(device: Device, role: Seat['role'], sessionId: SessionId) {
    this.device = device
    this.role = role
    this.#sessionId = sessionId
  }

  /** Follows the session, as every screen does: the console shows that this person is there. */
  follow(): void {
    const { url } = this.device.server
    const path = `/api/sessions/${this.#sessionId}/feed?as=${this.role}&parts=1`
    const Line = socketOf(this.device, this.#network)
    this.#feed = new Line(url.replace(/^http/, 'ws') + path)
    // That a line breaks is not what this is about.
    this.#feed.addEventListener('error', () => undefined)
  }

  /** The board as this person has it open; one that the server refused is opened anew. */
  open(boardId: BoardId): Desk {
    const known = this.#desks.get(boardId)
    if (known !== undefined && !known.isRefused) return known
    known?.close()
    const desk = new Desk(this.device, boardId, this.role, this.#network)
    this.#desks.set(boardId, desk)
    return desk
  }

  get isOnline(): boolean {
    return this.#network.isUp
  }

  loseConnection(): void {
    cut(this.#network)
  }

  /** Comes back, and waits until what was written meanwhile is stored. */
  async regainConnection(): Promise<void> {
    this.#network.isUp = true
    await Promise.all([...this.#desks.values()].map((desk) => desk.isSettled()))
  }

  /** Closes boards, as a screen does that shows something else; all of them without a name. */
  close(except?: BoardId): void {
    for (const [id, desk] of this.#desks) {
      if (id === except) continue
      desk.close()
      this.#desks.delete(id)
    }
  }

  /** Goes home. */
  leave(): void {
    this.close()
    this.#feed?.close()
  }
}
