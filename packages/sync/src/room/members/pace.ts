import type { Clock } from '../clock.ts'

/** Writes to sockets per second up to which everything goes out at once. */
const quietWrites = 5_000
/** How long is looked back, in ms. */
const spanMs = 200
/** A frame of a screen: what comes more often is drawn no sooner, and costs every reader as much. */
const shortestTickMs = 16
const longestTickMs = 32
/** How much tick each reader is worth, in ms. */
const msPerReader = 0.5
/** A hall that looks at one board hears of it a little later: each reader costs a write per tick. */
const hall = { longestTickMs: 96, msPerReader: 0.1 }
/** How much rest of the cursors each reader is worth, in ms. */
const cursorMsPerReader = 3
const longestCursorMs = 96
/** Where hundreds point, nobody follows one of them closely. */
const hallCursor = { longestMs: 400, msPerReader: 1 }

interface Span {
  readonly since: number
  /** Writes that there would have been if everything had gone out at once. */
  writes: number
  /** Readers in each room where something was said. */
  readonly rooms: Map<object, number>
}

/**
 * How fast the rooms of one server speak: at once while there is little to say, in ticks when
 * there is much, and in longer ticks the more people listen, because each of them costs a write.
 * All rooms share one beat, so that their updates reach the disk together.
 */
export class Pace {
  #before: Span = { since: 0, writes: 0, rooms: new Map() }
  #now: Span = { since: 0, writes: 0, rooms: new Map() }

  /** Rooms with one clock share one pace. */
  static of(clock: Clock): Pace {
    const pace = paces.get(clock) ?? new Pace()
    paces.set(clock, pace)
    return pace
  }

  /** Something was said in a room. */
  note(room: object, readers: number, now: number): void {
    this.#turn(now)
    this.#now.writes += readers
    this.#now.rooms.set(room, readers)
  }

  /** How long a tick of a room with so many readers is now, in ms; 0: at once. */
  tickMs(readers: number, now: number): number {
    this.#turn(now)
    const writes = Math.max(this.#before.writes, this.#now.writes)
    if (writes * (1000 / spanMs) <= quietWrites) return 0
    const tickMs = Math.floor(this.#readers * msPerReader)
    const usual = Math.min(longestTickMs, Math.max(shortestTickMs, tickMs))
    return Math.max(usual, Math.min(hall.longestTickMs, Math.floor(readers * hall.msPerReader)))
  }

  /** How long cursors rest after they were shown, in ms: they repeat themselves more than they tell. */
  cursorMs(readers: number, now: number): number {
    const tickMs = this.tickMs(readers, now)
    if (tickMs === 0) return 0
    // Half a tick less, for beats that come early.
    const restMs = Math.max(2 * tickMs, cursorMsPerReader * this.#readers)
    const usual = Math.min(longestCursorMs, restMs)
    const inHall = Math.min(hallCursor.longestMs, readers * hallCursor.msPerReader)
    return Math.max(usual, inHall) - tickMs / 2
  }

  /** How long to wait for the next beat, in ms. */
  untilBeat(spokeAt: number, readers: number, now: number): number {
    const tickMs = this.tickMs(readers, now)
    if (tickMs === 0) return 0
    const wait = Math.ceil(tickMs - (now % tickMs))
    // Timers are late: a beat that has just been is not the next one.
    return now + wait - spokeAt < tickMs / 2 ? wait + tickMs : wait
  }

  /** In all rooms where something was said. */
  get #readers(): number {
    let readers = 0
    for (const count of this.#before.rooms.values()) readers += count
    return readers
  }

  #turn(now: number): void {
    const age = now - this.#now.since
    if (age < spanMs) return
    // What is older than two spans says nothing about now.
    this.#before = age < 2 * spanMs ? this.#now : { since: now, writes: 0, rooms: new Map() }
    this.#now = { since: now, writes: 0, rooms: new Map() }
  }
}

const paces = new WeakMap<Clock, Pace>()
