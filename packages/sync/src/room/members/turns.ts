import type { Clock } from '../clock.ts'

/** How long is looked back, in ms. */
const SPAN_MS = 250
/** Below this share of the time of all rooms together, everybody goes at once. */
const QUIET_SHARE = 0.5
/** Who took less than this share of the time goes before those who take more. */
const LIGHT_SHARE = 0.05
/** Above this share, nobody goes past those who wait. */
const FULL_SHARE = 0.8
/** Shortest rest between two who waited, in ms: then others are heard. */
const SHORTEST_REST_MS = 1

interface Waiting {
  readonly room: object
  readonly go: () => void
}

interface Span {
  readonly since: number
  total: number
  readonly rooms: Map<object, number>
}

/**
 * The rooms of one server share one thread. While there is time enough, each goes when it likes. When
 * there is not, they take turns: who had least goes first, for one slice, and after it the thread
 * rests for as long as the slice took. So who has many boards, or one with much to judge, delays
 * nobody but themselves.
 */
export class Turns {
  readonly #clock: Clock
  #before: Span = { since: 0, total: 0, rooms: new Map() }
  #now: Span = { since: 0, total: 0, rooms: new Map() }
  #waiting: Waiting[] = []
  /** Whose turn it is, of those who waited. */
  #going: object | undefined
  #isResting = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Rooms with one clock share one thread. */
  static of(clock: Clock): Turns {
    const turns = all.get(clock) ?? new Turns(clock)
    all.set(clock, turns)
    return turns
  }

  /** Whether a room may go without waiting. */
  isFree(room: object): boolean {
    this.#turn()
    const share = this.#shareOf(this.#before.total + this.#now.total)
    if (share <= QUIET_SHARE) return this.#waiting.length === 0 && this.#going === undefined
    const used = (this.#before.rooms.get(room) ?? 0) + (this.#now.rooms.get(room) ?? 0)
    return share <= FULL_SHARE && this.#shareOf(used) <= LIGHT_SHARE
  }

  /** Resolves when it is this room's turn. After it, {@link note} has to be called. */
  wait(room: object): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#waiting.push({ room, go: resolve })
    this.#rest(SHORTEST_REST_MS)
    return promise
  }

  /** A room worked for so many ms; when it had waited for that, its turn is over. */
  note(room: object, ms: number): void {
    this.#turn()
    this.#now.total += ms
    this.#now.rooms.set(room, (this.#now.rooms.get(room) ?? 0) + ms)
    if (this.#going !== room) return
    this.#going = undefined
    this.#rest(Math.max(SHORTEST_REST_MS, ms))
  }

  #rest(ms: number): void {
    if (this.#isResting || this.#going !== undefined || this.#waiting.length === 0) return
    this.#isResting = true
    this.#clock.after(ms, () => {
      this.#isResting = false
      this.#next()
    })
  }

  #next(): void {
    this.#turn()
    let first: Waiting | undefined
    for (const waiting of this.#waiting) {
      if (first === undefined || this.#used(waiting.room) < this.#used(first.room)) first = waiting
    }
    if (first === undefined) return
    const { room, go } = first
    this.#waiting = this.#waiting.filter((waiting) => waiting !== first)
    this.#going = room
    go()
  }

  #used(room: object): number {
    return (this.#before.rooms.get(room) ?? 0) + (this.#now.rooms.get(room) ?? 0)
  }

  #shareOf(ms: number): number {
    return ms / (SPAN_MS + Math.min(SPAN_MS, this.#clock.now() - this.#now.since))
  }

  #turn(): void {
    const now = this.#clock.now()
    const age = now - this.#now.since
    if (age < SPAN_MS) return
    this.#before = age < 2 * SPAN_MS ? this.#now : { since: now, total: 0, rooms: new Map() }
    this.#now = { since: now, total: 0, rooms: new Map() }
  }
}

const all = new WeakMap<Clock, Turns>()

/**
 * Lets others go, and waits until it is this room's turn again.
 *
 * @param meanwhile - What is waited for too.
 */
export type Pause = (meanwhile?: () => Promise<void>) => Promise<void>

/** A room at work, now and then interrupted for others. Its turn ends with {@link end}, whatever happens. */
export class WorkInTurns {
  readonly #turns: Turns
  readonly #room: object
  readonly #clock: Clock
  #startedAt: number

  private constructor(room: object, clock: Clock) {
    this.#turns = Turns.of(clock)
    this.#room = room
    this.#clock = clock
    this.#startedAt = clock.now()
  }

  /** Begins at once when the room may, else when it is its turn. */
  static begin(room: object, clock: Clock): WorkInTurns | Promise<WorkInTurns> {
    const turns = Turns.of(clock)
    if (turns.isFree(room)) return new WorkInTurns(room, clock)
    return turns.wait(room).then(() => new WorkInTurns(room, clock))
  }

  readonly pause: Pause = async (meanwhile) => {
    this.end()
    try {
      await meanwhile?.()
    } finally {
      await this.#turns.wait(this.#room)
      this.#startedAt = this.#clock.now()
    }
  }

  end(): void {
    this.#turns.note(this.#room, this.#clock.now() - this.#startedAt)
  }
}
