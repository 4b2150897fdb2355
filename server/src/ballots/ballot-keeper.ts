import type { SessionId } from '@stip/primitives'
import { questionOf } from '@stip/workshop'
import type { After } from '../history/snapshot-keeper.ts'
import type { Services } from '../services.ts'
import { withBallots } from './with-ballots.ts'

/** For so long a question that was closed can be opened again; then its ballots are destroyed. */
const REOPEN_MS = 60_000
/** What a store refused is tried again after so long. */
const AGAIN_MS = 60_000

interface BallotKeeperOptions {
  readonly services: () => Services
  readonly after: After
  readonly tellError: (error: unknown) => void
}

/**
 * Sees to it that ballots, with the secret that says whose they are, are there for no longer than a question can
 * be answered or opened again; also when a process or a store fails in between.
 */
export class BallotKeeper {
  readonly #options: BallotKeeperOptions
  /** Questions that can be opened again, until then. */
  readonly #waiting = new Map<string, () => void>()
  readonly #again = new Map<SessionId, () => void>()
  #isClosed = false

  constructor(options: BallotKeeperOptions) {
    this.#options = options
  }

  /** Hears what happens in sessions, and settles what the last process left. */
  async start(): Promise<void> {
    const { desk, storage } = this.#options.services()
    desk.onChange(({ session, events }) => {
      for (const event of events) {
        if (event.type === 'question-closed') this.#wait(session.id, event.questionId)
        if (event.type === 'question-reopened') this.#stop(event.questionId)
      }
    })
    for (const sessionId of await storage.ballots.sessionsToSettle()) {
      // oxlint-disable-next-line no-await-in-loop
      await this.#settleInTurn(sessionId)
    }
  }

  /** Destroys what is to be, in a turn of the session; again later when a store refuses. */
  async #settleInTurn(sessionId: SessionId): Promise<void> {
    if (this.#isClosed) return
    const { desk } = this.#options.services()
    try {
      const isDone = await desk.inTurn(sessionId, () => this.#settle(sessionId))
      if (!isDone) this.#tryLater(sessionId)
    } catch (error) {
      this.#options.tellError(error)
      this.#tryLater(sessionId)
    }
  }

  close(): void {
    this.#isClosed = true
    for (const stop of [...this.#waiting.values(), ...this.#again.values()]) stop()
  }

  /** @returns Whether nothing of it lies anywhere any more. */
  async #settle(sessionId: SessionId): Promise<boolean> {
    const { desk, storage, ballots, randomBytes } = this.#options.services()
    const session = desk.find(sessionId)
    if (session === undefined) return true
    let destroyed = 0
    for (const { questionId } of await storage.ballots.boxesOf(sessionId)) {
      const now = desk.find(sessionId) ?? session
      const isClosed = questionOf(now, questionId)?.totals !== undefined
      if (!isClosed || this.#waiting.has(questionId)) continue
      const noted = desk.note(now, { type: 'note-ballots-destroyed', questionId })
      // oxlint-disable-next-line no-await-in-loop
      await desk.commit(noted, withBallots(noted.events, randomBytes))
      ballots.forget([questionId])
      destroyed += 1
    }
    return destroyed === 0 || storage.ballots.wipe()
  }

  #wait(sessionId: SessionId, questionId: string): void {
    this.#stop(questionId)
    const { after } = this.#options
    const stop = after(REOPEN_MS, () => {
      this.#waiting.delete(questionId)
      void this.#settleInTurn(sessionId)
    })
    this.#waiting.set(questionId, stop)
  }

  #stop(questionId: string): void {
    this.#waiting.get(questionId)?.()
    this.#waiting.delete(questionId)
  }

  #tryLater(sessionId: SessionId): void {
    if (this.#isClosed || this.#again.has(sessionId)) return
    const again = (): void => {
      this.#again.delete(sessionId)
      void this.#settleInTurn(sessionId)
    }
    this.#again.set(sessionId, this.#options.after(AGAIN_MS, again))
  }
}
