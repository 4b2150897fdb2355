import type { Clock } from '../clock.ts'
import type { Members } from './members.ts'
import { roomLimits } from '../limits.ts'
import { Pace } from './pace.ts'
import type { Storing } from '../storing/storing.ts'

/**
 * When a room speaks: at once while it is quiet, with the next beat when it is busy. Where people
 * point goes along with what they write, but in a busy room not every time.
 */
export class Ticker {
  readonly #clock: Clock
  readonly #members: Members
  readonly #storing: Storing
  readonly #pace: Pace
  #spokeAt = -Infinity
  /** When the last batch went to the disk. */
  #flushedAt = -Infinity
  /** When cursors may be shown again. */
  #cursorsAt = -Infinity
  #stopTick: (() => void) | undefined
  /** The next tick is for cursors alone; something to write does not wait for it. */
  #isForCursors = false
  #isStopped = false

  constructor(clock: Clock, members: Members, storing: Storing) {
    this.#clock = clock
    this.#members = members
    this.#storing = storing
    this.#pace = Pace.of(clock)
  }

  /** Something was said, to so many readers. */
  note(now: number): void {
    this.#pace.note(this, this.#members.size, now)
  }

  /** Makes sure that a tick comes when there is anything to say or to store. */
  schedule(): void {
    if (this.#isStopped) return
    const isHasty = this.#storing.isWaiting || this.#members.hasEphemerals
    if (this.#stopTick !== undefined) {
      if (!this.#isForCursors || !isHasty) return
      this.#stopTick()
    } else if (!isHasty && !this.#members.hasCursors) return
    const now = this.#clock.now()
    const beat = this.#pace.untilBeat(this.#spokeAt, this.#members.size, now)
    this.#isForCursors = !isHasty
    const wait = isHasty ? beat : Math.max(beat, this.#cursorsAt - now)
    this.#stopTick = this.#clock.after(wait, () => this.#tick())
  }

  /** Whether cursors go along with what is said now. */
  takesCursors(): boolean {
    const now = this.#clock.now()
    if (now < this.#cursorsAt) return false
    this.#cursorsAt = now + this.#pace.cursorMs(this.#members.size, now)
    return true
  }

  /** A batch came to its end: what waited for it goes on. */
  rest(): void {
    this.#stopTick?.()
    this.#stopTick = undefined
    this.schedule()
  }

  stop(): void {
    this.#isStopped = true
    this.#stopTick?.()
    this.#stopTick = undefined
  }

  /** What is not stored goes along with what is, in one write; it does not wait for a slow disk. */
  #tick(): void {
    this.#stopTick = undefined
    const now = this.#clock.now()
    if (this.#storing.isWaiting) {
      this.#flushedAt = this.#spokeAt = now
      void this.#storing.flush()
      this.schedule()
      return
    }
    const patience = this.#flushedAt + roomLimits.patienceMs - now
    if (this.#storing.isRunning && patience > 0) {
      // The end of the batch comes round here before that, or the disk is slow.
      this.#isForCursors = false
      this.#stopTick = this.#clock.after(patience, () => this.#tick())
      return
    }
    this.#spokeAt = now
    this.#members.tell(undefined, this.takesCursors())
    // Cursors may have been left for later.
    this.schedule()
  }
}
