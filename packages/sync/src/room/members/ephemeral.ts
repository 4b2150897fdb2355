import { encodeRelayedEphemeral } from '../../protocol/index.ts'
import { Allowance } from './allowance.ts'
import { roomLimits } from '../limits.ts'
import type { Seat } from './seat.ts'

/** The first byte of an ephemeral frame: a trail (a stroke, a laser) begins, goes on, or ends. */
const BEGINS = 0
const ENDS = 2

/** What the room knows of one connection that shows something. */
interface Sender {
  readonly allowance: Allowance
  /** Number of the trail that is being drawn; undefined while the pen is up. */
  trail: number | undefined
  /** Frames of this tick. */
  waiting: Uint8Array[]
}

/**
 * What is shown and forgotten: ink that is still wet, the dot of a laser. See SPEC.md [R13], [R19].
 *
 * Every trail gets a number of the room's own, so that nobody can draw in somebody else's stroke,
 * and two strokes do not tell that one hand made both.
 */
export class Ephemerals {
  readonly #senders = new Map<Seat, Sender>()
  #trailCount = 0
  #hasNews = false

  get hasNews(): boolean {
    return this.#hasNews
  }

  /** Takes in one frame of who may write; what makes no sense or is too much is passed over. */
  hear(seat: Seat, content: Uint8Array, now: number): void {
    const [kind] = content
    if (kind === undefined || kind > ENDS || content.length > roomLimits.ephemeralBytes) return
    if (!seat.member.mayWrite()) return
    const sender = this.#senderAt(seat, now)
    if (!sender.allowance.take(1, now)) return
    if (kind === BEGINS) sender.trail = ++this.#trailCount
    if (sender.trail === undefined) return
    sender.waiting.push(encodeRelayedEphemeral(sender.trail, content))
    if (sender.waiting.length > roomLimits.ephemerals) sender.waiting.shift()
    if (kind === ENDS) sender.trail = undefined
    this.#hasNews = true
  }

  forget(seat: Seat): void {
    this.#senders.delete(seat)
  }

  /** Passes on what came in since the last time: one write for each who keeps up. */
  relay(seats: Iterable<Seat>): void {
    if (!this.#hasNews) return
    this.#hasNews = false
    const news = [...this.#senders].filter(([, { waiting }]) => waiting.length > 0)
    // The same array for all who drew nothing themselves, so that its bytes are made once.
    const all = news.flatMap(([, { waiting }]) => waiting)
    for (const seat of seats) {
      if (!seat.member.speaksStip || seat.answeredAt === undefined || !seat.keepsUp) continue
      const isOwn = news.some(([sender]) => sender === seat)
      const frames = isOwn
        ? news.flatMap(([sender, { waiting }]) => (sender === seat ? [] : waiting))
        : all
      if (frames.length > 0) seat.sendTogether(frames, undefined)
    }
    for (const [, sender] of news) sender.waiting = []
  }

  #senderAt(seat: Seat, now: number): Sender {
    const known = this.#senders.get(seat)
    if (known !== undefined) return known
    const sender: Sender = {
      allowance: new Allowance(roomLimits.ephemeralFrames, now),
      trail: undefined,
      waiting: [],
    }
    this.#senders.set(seat, sender)
    return sender
  }
}
