import type { NoteBody } from '@stip/api'
import type { Answer } from '../../live/requests/ask.ts'
import { pollEveryMs } from '../../live/reconnect.ts'

/** A note that was written on this device, until and after it is on the server's disk. */
export interface OwnNote extends NoteBody {
  readonly boardId: string
  readonly state: 'waiting' | 'stored' | 'refused'
  /** Why it was refused, for its writer. */
  readonly why?: string
}

/** What an outbox needs of the world, so that a test can be one. */
export interface OutboxWorld {
  /** What this device kept, as text; undefined when nothing was. */
  readonly recall: () => string | undefined
  /** @returns Whether it was kept. */
  readonly keep: (text: string) => boolean
  readonly send: (note: OwnNote) => Promise<Answer<unknown>>
  readonly wait: (ms: number, then: () => void) => () => void
}

export interface OutboxMoment {
  readonly notes: readonly OwnNote[]
  /** The last try did not reach the server. */
  readonly isOffline: boolean
  /** What waits outlives the page. */
  readonly isKept: boolean
}

/**
 * What somebody wrote on this phone, and has it sent: in order, one at a time, again and again
 * until the server answers. A note is kept on the device before it is sent, and has its id from
 * then on, so that it becomes one note however often it is sent.
 */
export class Outbox {
  readonly #world: OutboxWorld
  readonly #listeners = new Set<() => void>()
  #moment: OutboxMoment
  #isSending = false
  #stopWaiting: (() => void) | undefined

  constructor(world: OutboxWorld) {
    this.#world = world
    this.#moment = { notes: read(world.recall()), isOffline: false, isKept: true }
  }

  get moment(): OutboxMoment {
    return this.#moment
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  add(note: Omit<OwnNote, 'state'>): void {
    this.#become([...this.#moment.notes, { ...note, state: 'waiting' }])
    this.sendNow()
  }

  /** Nobody shows it here any more. */
  drop(id: string): void {
    this.#become(this.#moment.notes.filter((note) => note.id !== id))
  }

  /** Sends what waits; does nothing when there is nothing, or it is being sent. */
  readonly sendNow = (): void => {
    this.#stopWaiting?.()
    this.#stopWaiting = undefined
    if (!this.#isSending) void this.#send()
  }

  /** The page goes: what waits is kept for the next. */
  stop(): void {
    this.#stopWaiting?.()
    this.#stopWaiting = undefined
  }

  async #send(): Promise<void> {
    this.#isSending = true
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      // In the order in which they were written.
      // oxlint-disable-next-line no-await-in-loop
      const answer = await this.#world.send(next)
      if (answer.ok) this.#mark(next, { state: 'stored' })
      else if (isForGood(answer.status)) {
        this.#mark(next, { state: 'refused', why: answer.problem.message })
      } else {
        this.#become(this.#moment.notes, true)
        this.#stopWaiting = this.#world.wait(pollEveryMs, this.sendNow)
        break
      }
    }
    this.#isSending = false
  }

  #next(): OwnNote | undefined {
    return this.#moment.notes.find(({ state }) => state === 'waiting')
  }

  #mark({ id }: OwnNote, change: Pick<OwnNote, 'state' | 'why'>): void {
    this.#become(this.#moment.notes.map((note) => (note.id === id ? { ...note, ...change } : note)))
  }

  #become(notes: readonly OwnNote[], isOffline = false): void {
    const isKept = this.#world.keep(JSON.stringify(notes))
    this.#moment = { notes, isOffline, isKept }
    for (const listener of this.#listeners) listener()
  }
}

/** What the server said no to; too much or too busy passes. */
function isForGood(status: number): boolean {
  return status >= 400 && status < 500 && status !== 429 && status !== 408
}

function read(text: string | undefined): readonly OwnNote[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(kept) ? (kept as readonly OwnNote[]) : []
  } catch {
    // Cut short, or written by somebody else.
    return []
  }
}
