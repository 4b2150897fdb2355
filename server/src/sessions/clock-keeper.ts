import type { ServerClock } from '../server-clock.ts'
import type { Storage } from '../storage/storage.ts'
import type { SessionDesk } from './session-desk.ts'

const LOOK_MS = 1000
const NOTE_MS = 60_000
const DAY_MS = 24 * 3600 * 1000

interface ClockKeeperOptions {
  readonly clock: ServerClock
  readonly storage: Storage
  readonly desk: SessionDesk
  /** How long a join code lives, in days. */
  readonly codeDays: number
  readonly tellError: (error: unknown) => void
}

/**
 * Keeps what counts down right when the clock of this computer is set: steps have the time left
 * that they had, and codes live as long as they would have. While the server runs that is noticed
 * at once; a clock that was set back while it was down, at the start. Of one that was set ahead
 * meanwhile nobody can tell: that looks like time that went by.
 */
export class ClockKeeper {
  readonly #options: ClockKeeperOptions
  readonly #timer: NodeJS.Timeout
  #notedAt: number

  constructor(options: ClockKeeperOptions) {
    const { clock, storage, desk, codeDays } = options
    this.#options = options
    const now = clock.now()
    const seenAt = storage.facts.find('seen-at') ?? now
    if (seenAt > now) this.#move(now - seenAt)
    // Made while the clock was ahead; no code lives longer.
    storage.entries.endCodesBy(now + codeDays * DAY_MS)
    storage.facts.set('seen-at', now)
    this.#notedAt = clock.elapsed()
    clock.onSet((ms) => this.#wasSet(ms))
    desk.beforeTurns(() => clock.check())
    this.#timer = setInterval(() => this.#look(), LOOK_MS)
    this.#timer.unref()
  }

  close(): void {
    clearInterval(this.#timer)
    this.#note()
  }

  #look(): void {
    const { clock, desk, tellError } = this.#options
    try {
      clock.check()
      if (clock.elapsed() - this.#notedAt >= NOTE_MS && desk.isAnyRunning()) this.#note()
    } catch (error) {
      tellError(error)
    }
  }

  #wasSet(ms: number): void {
    try {
      this.#move(ms)
    } catch (error) {
      // As on a full disk: the time left is wrong, and everything goes on.
      this.#options.tellError(error)
    }
    this.#note()
  }

  #move(ms: number): void {
    const { clock, storage, desk, tellError } = this.#options
    const before = clock.now() - ms
    storage.entries.moveCodes(before, ms)
    for (const id of storage.sessions.counting()) {
      const move = async (): Promise<void> => {
        const session = desk.find(id)
        if (session === undefined) return
        const moved = desk.note(session, { type: 'note-clock-set', before, ms })
        if (moved.events.length > 0) await desk.commit(moved)
      }
      desk.whenFree(id, move).catch(tellError)
    }
  }

  #note(): void {
    const { clock, storage } = this.#options
    try {
      this.#notedAt = clock.elapsed()
      storage.facts.set('seen-at', clock.now())
    } catch (error) {
      this.#options.tellError(error)
    }
  }
}
