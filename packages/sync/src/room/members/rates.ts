import { frameLimits } from '../../protocol/index.ts'
import type { ClientFrame } from '../../protocol/index.ts'
import { Allowance } from './allowance.ts'
import { roomLimits } from '../limits.ts'
import type { RateLimits } from '../limits.ts'

/** Whether one person, over all connections, says more than an honest one would; see SPEC.md [R18], [P9]. */
export class Rates {
  readonly #frames: Allowance
  readonly #updates: Allowance
  readonly #updateBytes: Allowance
  readonly #cursors: Allowance
  readonly #frameBytes: Allowance
  readonly #answers: Allowance

  /** @param lowered - Instead of the usual ones. */
  constructor(now: number, lowered: Partial<RateLimits> = {}) {
    const limits: RateLimits = { ...roomLimits, ...lowered }
    this.#frames = new Allowance(limits.frames, now)
    this.#updates = new Allowance(limits.updates, now)
    this.#updateBytes = new Allowance(limits.updateBytes, now)
    this.#cursors = new Allowance(limits.cursors, now)
    this.#frameBytes = new Allowance(limits.frameBytes, now)
    this.#answers = new Allowance(limits.answers, now)
  }

  /** Whether a message of this size, as it was unpacked, is still read. */
  mayRead(bytes: number, now: number): boolean {
    return this.#frameBytes.take(bytes, now)
  }

  /** Whether an answer to "what do I miss" is worked out now. */
  mayAsk(now: number): boolean {
    return this.#answers.take(1, now)
  }

  /** 'skip': not worth a word, and of no use. 'close': nobody honest says so much. */
  judge(frame: ClientFrame, now: number): 'take' | 'skip' | 'close' {
    if (!this.#frames.take(1, now)) return 'close'
    switch (frame.kind) {
      case 'write':
      case 'too-large-write': {
        const bytes = frame.kind === 'write' ? frame.update.length : frameLimits.update
        const isWithin = this.#updates.take(1, now) && this.#updateBytes.take(bytes, now)
        return isWithin ? 'take' : 'close'
      }
      case 'awareness':
      case 'query-awareness':
      case 'ephemeral':
        return this.#cursors.take(1, now) ? 'take' : 'skip'
      default:
        return 'take'
    }
  }
}
