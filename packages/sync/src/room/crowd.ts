import { encodeAwareness, encodeRelayedEphemeral } from '../protocol/index.ts'
import { Presences } from './awareness.ts'
import type { Channel, Member } from './channel.ts'
import type { Clock } from './clock.ts'
import { roomLimits } from './limits.ts'
import { Seat } from './seat.ts'

/** Everybody in a room, and what passes between them without being stored. */
export class Crowd {
  readonly #clock: Clock
  readonly #seats = new Set<Seat>()
  readonly #presences = new Presences()
  readonly #onNews: () => void
  #seatCount = 0
  #hasEphemerals = false
  #stopSweep: (() => void) | undefined

  /** @param onNews - Called whenever there is something that `speak` should be called for. */
  constructor(clock: Clock, onNews: () => void) {
    this.#clock = clock
    this.#onNews = onNews
  }

  get size(): number {
    return this.#seats.size
  }

  get hasNews(): boolean {
    return this.#hasEphemerals || this.#presences.hasNews
  }

  /** Those present now; may be left while it is walked through. */
  get seats(): Iterable<Seat> {
    return this.#seats
  }

  seat(channel: Channel, member: Member): Seat {
    const seat = new Seat(channel, member, {
      number: ++this.#seatCount,
      now: () => this.#clock.now(),
      onGone: (gone) => this.#remove(gone),
    })
    this.#seats.add(seat)
    this.#stopSweep ??= this.#clock.after(roomLimits.sweepMs, () => this.#sweep())
    return seat
  }

  /** Takes in where somebody points; false when the bytes are no awareness at all. */
  hearAwareness(seat: Seat, entries: Uint8Array): boolean {
    const isSound = this.#presences.hear(seat, entries, this.#clock.now())
    if (this.#presences.hasNews) this.#onNews()
    return isSound
  }

  /** Takes in something to show and forget; under pressure the oldest gives way. */
  hearEphemeral(seat: Seat, content: Uint8Array): void {
    if (!seat.member.mayWrite()) return
    seat.ephemerals.push(content)
    if (seat.ephemerals.length > roomLimits.ephemerals) seat.ephemerals.shift()
    this.#hasEphemerals = true
    this.#onNews()
  }

  /** Shows a newcomer, or somebody who missed news, who is here. */
  introduceTo(seat: Seat): void {
    const everybody = this.#presences.everybody()
    if (everybody.length > 0) seat.missedAwareness = !seat.offer(encodeAwareness(everybody))
    else seat.missedAwareness = false
  }

  /** Names, colours or anonymity changed. */
  refresh(): void {
    this.#presences.refresh()
    if (this.#presences.hasNews) this.#onNews()
  }

  /** Shows an update to everybody who has the board, but for who made it. */
  show(frame: Uint8Array, author: Seat | undefined): void {
    for (const seat of this.#seats) {
      if (seat !== author && seat.answeredAt !== undefined) seat.send(frame)
    }
  }

  /** Passes on what was heard since the last time. */
  speak(): void {
    this.#showPresences()
    this.#relayEphemerals()
  }

  /** Stops its timer. */
  close(): void {
    this.#stopSweep?.()
    this.#stopSweep = undefined
  }

  #showPresences(): void {
    const news = this.#presences.takeNews()
    if (news.length === 0) return
    const frame = encodeAwareness(news)
    for (const seat of this.#seats) {
      if (seat.answeredAt === undefined) continue
      if (seat.missedAwareness) this.introduceTo(seat)
      else seat.missedAwareness = !seat.offer(frame)
    }
  }

  #relayEphemerals(): void {
    if (!this.#hasEphemerals) return
    this.#hasEphemerals = false
    for (const sender of this.#seats) {
      for (const content of sender.ephemerals.splice(0)) {
        const frame = encodeRelayedEphemeral(sender.number, content)
        for (const seat of this.#seats) {
          if (seat !== sender && seat.member.speaksStip) seat.offer(frame)
        }
      }
    }
  }

  /** Nobody is left in silence: y-websocket gives a line up after 30 s without a word. */
  #sweep(): void {
    const now = this.#clock.now()
    this.#presences.sweep(now)
    for (const seat of this.#seats) {
      if (now - seat.spokenToAt >= roomLimits.quietMs) seat.send(encodeAwareness([]))
    }
    if (this.#presences.hasNews) this.#onNews()
    const goesOn = this.#seats.size > 0
    this.#stopSweep = goesOn
      ? this.#clock.after(roomLimits.sweepMs, () => this.#sweep())
      : undefined
  }

  #remove(seat: Seat): void {
    this.#seats.delete(seat)
    this.#presences.leave(seat)
    if (this.#presences.hasNews) this.#onNews()
  }
}
