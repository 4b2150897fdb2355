import * as Y from 'yjs'
import type { Clock } from '../clock.ts'
import { roomLimits } from '../limits.ts'
import { covers } from '../storing/standing.ts'

/** One of the two lacks something that the other has. */
export interface Difference {
  readonly lacking: 'log' | 'room'
}

export interface LogCheckOptions {
  readonly clock: Clock
  /** What the log, replayed, comes to; worked out elsewhere. Undefined when that did not work out. */
  readonly standing: () => Promise<Uint8Array | undefined>
  /** The board as it is on disk; undefined while a batch is on its way. */
  readonly settled: () => Y.Doc | undefined
  /** The board as it becomes. */
  readonly draft: () => Y.Doc
  /** Called with what the log comes to. */
  readonly differs: (difference: Difference, log: Y.Snapshot) => void
}

/**
 * Looks from time to time whether the log, replayed, is the board: a minute after somebody wrote,
 * so at most once a minute, whether the board is busy or at rest. Reading the log is done elsewhere;
 * here it costs one walk over the board.
 */
export class LogCheck {
  readonly #options: LogCheckOptions
  #stopTimer: (() => void) | undefined
  #isDue = false
  #isStopped = false

  constructor(options: LogCheckOptions) {
    this.#options = options
  }

  /** Something was stored. */
  note(): void {
    if (this.#stopTimer !== undefined || this.#isStopped) return
    this.#stopTimer = this.#options.clock.after(roomLimits.logCheckMs, () => {
      this.#isDue = true
      this.rest()
    })
  }

  /** No batch is on its way to the disk: what has to be looked at can be. */
  rest(): void {
    const doc = this.#options.settled()
    if (!this.#isDue || doc === undefined || this.#isStopped) return
    this.#isDue = false
    this.#stopTimer = undefined
    void this.#look(Y.snapshot(doc))
  }

  stop(): void {
    this.#isStopped = true
    this.#stopTimer?.()
  }

  async #look(before: Y.Snapshot): Promise<void> {
    // What cannot be read now is told by whoever opens the board.
    const standing = await this.#options.standing().catch(() => undefined)
    if (standing === undefined || this.#isStopped) return
    const log = Y.decodeSnapshot(standing)
    // The log may have gone on since; the board may, too.
    if (!covers(log, before)) this.#options.differs({ lacking: 'log' }, log)
    if (!covers(Y.snapshot(this.#options.draft()), log)) {
      this.#options.differs({ lacking: 'room' }, log)
    }
  }
}
