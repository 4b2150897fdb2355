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

interface Moving {
  /** No turn of a session comes before that any more. */
  readonly begun: Promise<void>
  /** All sessions know. */
  readonly done: Promise<void>
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
  /** What is on its way to the store. */
  #writing: Promise<void> = Promise.resolve()
  /** The clock was set, and not every session knows yet. */
  #moving: Moving | undefined

  private constructor(options: ClockKeeperOptions) {
    const { clock, desk } = options
    this.#options = options
    this.#notedAt = clock.elapsed()
    clock.onSet((ms) => this.#wasSet(ms))
    desk.beforeTurns(() => {
      clock.check()
      return this.#moving?.begun
    })
    this.#timer = setInterval(() => this.#look(), LOOK_MS)
    this.#timer.unref()
  }

  /** Looks whether the clock was set back while nobody kept it, and keeps it from now on. */
  static async start(options: ClockKeeperOptions): Promise<ClockKeeper> {
    const { clock, storage, codeDays } = options
    const now = clock.now()
    const seenAt = (await storage.facts.find('seen-at')) ?? now
    if (seenAt > now) await (await move(options, now, now - seenAt)).done
    // Made while the clock was ahead; no code lives longer.
    await storage.entries.endCodesBy(now + codeDays * DAY_MS)
    await storage.facts.set('seen-at', now)
    return new ClockKeeper(options)
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    this.#note()
    await this.#writing
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

  /** Resolves when everything that counts down goes by the clock as it is now. */
  async moved(): Promise<void> {
    this.#options.clock.check()
    await this.#moving?.done
  }

  #wasSet(ms: number): void {
    const now = this.#options.clock.now()
    const moves = this.#writing.then(() => move(this.#options, now, ms))
    const begun = moves.then(() => undefined).catch(this.#options.tellError)
    const done = moves.then((all) => all.done).catch(() => undefined)
    this.#moving = { begun, done }
    void this.#whenMoved(this.#moving)
    this.#writing = begun
    this.#note()
  }

  async #whenMoved(moving: Moving): Promise<void> {
    await moving.done
    if (this.#moving === moving) this.#moving = undefined
  }

  #note(): void {
    const { clock, storage } = this.#options
    this.#write(() => {
      this.#notedAt = clock.elapsed()
      return storage.facts.set('seen-at', clock.now())
    })
  }

  /** Never fails, as on a full disk: the time left is wrong then, and everything goes on. */
  #write(write: () => Promise<void>): void {
    this.#writing = this.#writing.then(write).catch(this.#options.tellError)
  }
}

/**
 * Moves what counts down: the clock is `now`, and was set ahead by `ms`. Resolves when no turn of a session
 * comes before that; `done`, when all of them know.
 */
async function move(
  { storage, desk, tellError }: ClockKeeperOptions,
  now: number,
  ms: number,
): Promise<{ readonly done: Promise<void> }> {
  const before = now - ms
  await storage.entries.moveCodes(before, ms)
  const counting = await storage.sessions.counting()
  const moves = counting.map((id) => {
    const moveOne = async (): Promise<void> => {
      const session = await desk.open(id)
      if (session === undefined) return
      const moved = desk.note(session, { type: 'note-clock-set', before, ms })
      if (moved.events.length > 0) await desk.commit(moved)
    }
    return desk.whenFree(id, moveOne).catch(tellError)
  })
  return { done: Promise.all(moves).then(() => undefined) }
}
