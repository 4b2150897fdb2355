import { encodeAwareness } from '../../protocol/index.ts'
import { Presences } from './awareness.ts'
import type { MayUse } from './awareness.ts'
import type { Channel, Member } from './channel.ts'
import type { Clock } from '../clock.ts'
import { Ephemerals } from './ephemeral.ts'
import type { BatchVerdict } from '../storing/judge.ts'
import { roomLimits } from '../limits.ts'
import type { RateLimits } from '../limits.ts'
import { Broadcast } from './broadcast.ts'
import { Rates } from './rates.ts'
import { Seat } from './seat.ts'

/** What became of a batch, as far as the people in the room are told. */
type Told = Pick<BatchVerdict, 'update' | 'onlyAuthor' | 'saved'>

/** Everybody in a room, and what passes between them without being stored. */
export class Members {
  readonly #clock: Clock
  readonly #seats = new Set<Seat>()
  readonly #presences: Presences
  readonly #ephemerals = new Ephemerals()
  readonly #onNews: () => void
  readonly #limits: Partial<RateLimits> | undefined
  readonly #rates = new Map<string, { readonly rates: Rates; usedAt: number }>()
  #seatCount = 0
  #stopSweep: (() => void) | undefined

  /**
   * @param onNews - Called whenever there is something that `tell` should be called for.
   * @param limits - What one person may say; as usual when left out.
   */
  constructor(
    clock: Clock,
    mayUse: MayUse,
    onNews: () => void,
    limits: Partial<RateLimits> | undefined,
  ) {
    this.#limits = limits
    this.#clock = clock
    this.#presences = new Presences(mayUse)
    this.#onNews = onNews
  }

  get size(): number {
    return this.#seats.size
  }

  /** Somebody points elsewhere, came or left. */
  get hasCursors(): boolean {
    return this.#presences.hasNews
  }

  /** There is something to show and forget. */
  get hasEphemerals(): boolean {
    return this.#ephemerals.hasNews
  }

  /** Those present now; may be left while it is walked through. */
  get seats(): Iterable<Seat> {
    return this.#seats
  }

  seat(channel: Channel, member: Member): Seat {
    const seat = new Seat(channel, member, {
      number: ++this.#seatCount,
      rates: this.#ratesOf(member),
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

  /** Takes in something to show and forget. */
  hearEphemeral(seat: Seat, content: Uint8Array): void {
    this.#ephemerals.hear(seat, content, this.#clock.now())
    if (this.#ephemerals.hasNews) this.#onNews()
  }

  /** Shows a newcomer, or somebody who missed news, who is here. */
  introduceTo(seat: Seat): void {
    const everybody = this.#presences.everybody()
    seat.missedAwareness = everybody !== undefined && !seat.offer(everybody)
  }

  /** Names, colours or anonymity changed. */
  refresh(): void {
    this.#presences.refresh()
    if (this.#presences.hasNews) this.#onNews()
  }

  /**
   * Tells everybody what is new, each in one go: an update, where people point, what is saved.
   * Then passes on what is shown and forgotten.
   *
   * @param withCursors - Whether where people point is told now, or later.
   */
  tell({ update, onlyAuthor, saved }: Partial<Told> = {}, withCursors = true): void {
    const broadcast = new Broadcast(update, withCursors ? this.#presences.takeNews() : [])
    for (const seat of this.#seats) {
      const confirmation = seat.confirmation(saved?.get(seat))
      const parcel =
        seat.answeredAt === undefined
          ? undefined
          : broadcast.find(seat !== onlyAuthor, !seat.missedAwareness && seat.keepsUp)
      if (parcel !== undefined) seat.sendTogether(parcel, confirmation)
      else if (confirmation !== undefined) seat.send(confirmation)
      if (broadcast.hasPresences && seat.answeredAt !== undefined) this.#catchUp(seat)
    }
    this.#ephemerals.relay(this.#seats)
  }

  /** Stops its timer. */
  close(): void {
    this.#stopSweep?.()
    this.#stopSweep = undefined
  }

  /** Somebody who was too slow for where people point gets it all when that is over. */
  #catchUp(seat: Seat): void {
    if (seat.missedAwareness) this.introduceTo(seat)
    else seat.missedAwareness = !seat.keepsUp
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

  /** The same for all connections of one person, and for who comes back at once. */
  #ratesOf({ person, identity }: Member): Rates {
    const now = this.#clock.now()
    const here = new Set([...this.#seats].map((seat) => seat.person))
    for (const [each, { usedAt }] of this.#rates) {
      if (now - usedAt > roomLimits.rememberedMs && !here.has(each)) this.#rates.delete(each)
    }
    const key = person ?? identity
    const rates = this.#rates.get(key)?.rates ?? new Rates(now, this.#limits)
    this.#rates.set(key, { rates, usedAt: now })
    return rates
  }

  #remove(seat: Seat): void {
    this.#seats.delete(seat)
    const known = this.#rates.get(seat.person)
    if (known !== undefined) known.usedAt = this.#clock.now()
    this.#ephemerals.forget(seat)
    this.#presences.leave(seat)
    if (this.#presences.hasNews) this.#onNews()
  }
}
