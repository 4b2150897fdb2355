import { setImmediate } from 'node:timers/promises'
import type { BoardId, SessionId } from '@stip/primitives'
import type { Session } from '@stip/workshop'
import type { Storage } from '../storage/storage.ts'

/** After so many ms of turns, others are heard. */
const SLICE_MS = 8

type Listener = (session: Session, before: Session) => void

/**
 * The sessions of this server: read through a cache, changed one at a time, and announced to
 * whoever shows them once they are on disk.
 */
export class SessionDesk {
  readonly #storage: Storage
  readonly #sessions = new Map<SessionId, Session>()
  readonly #sessionOfBoard = new Map<BoardId, SessionId>()
  /** The end of the queue of each session that has one. */
  readonly #queues = new Map<SessionId, Promise<unknown>>()
  readonly #listeners = new Set<Listener>()
  /** Sessions for which something is being carried out at this moment. */
  readonly #atWork = new Set<SessionId>()
  #beforeTurn: () => void = () => undefined
  /** How long turns took since others were heard. */
  #workedMs = 0

  constructor(storage: Storage) {
    this.#storage = storage
  }

  find(sessionId: SessionId): Session | undefined {
    const known = this.#sessions.get(sessionId)
    if (known !== undefined) return known
    const stored = this.#storage.sessions.find(sessionId)
    if (stored !== undefined) this.#sessions.set(sessionId, stored)
    return stored
  }

  findOfBoard(boardId: BoardId): Session | undefined {
    const known = this.#sessionOfBoard.get(boardId)
    const sessionId = known ?? this.#storage.sessions.sessionOfBoard(boardId)
    if (sessionId === undefined) return undefined
    this.#sessionOfBoard.set(boardId, sessionId)
    return this.find(sessionId)
  }

  /** @param alsoWrite - What must be on disk together with the new session. */
  create(session: Session, alsoWrite: () => void): void {
    this.#storage.inTransaction(() => {
      this.#storage.sessions.create(session)
      alsoWrite()
    })
    this.#sessions.set(session.id, session)
  }

  /**
   * Runs `work` when everything that was asked of this session before is done, so that two
   * commands never decide on the same state. Between two of them others are heard: each writes to the
   * disk, and many at once would keep every pen waiting.
   */
  inTurn<T>(sessionId: SessionId, work: () => T | Promise<T>): Promise<T> {
    const earlier = this.#queues.get(sessionId) ?? Promise.resolve()
    const turn = earlier.then(() => this.#take(sessionId, work))
    // The next in line does not care how this one went; whoever asked hears it.
    const settled = turn.then(
      () => undefined,
      () => undefined,
    )
    this.#queues.set(sessionId, settled)
    void this.#leaveQueue(sessionId, settled)
    return turn
  }

  /** Does something before every turn. */
  beforeTurns(work: () => void): void {
    this.#beforeTurn = work
  }

  /** Does something at once, or after what is being carried out for this session now. */
  whenFree(sessionId: SessionId, work: () => void): void {
    if (this.#atWork.has(sessionId)) void this.inTurn(sessionId, work)
    else work()
  }

  /** Whether a step of any session that somebody looked at is going on. */
  isAnyRunning(): boolean {
    return [...this.#sessions.values()].some(
      ({ position, endedAt }) => position >= 0 && endedAt === undefined,
    )
  }

  async #take<T>(sessionId: SessionId, work: () => T | Promise<T>): Promise<T> {
    while (this.#workedMs >= SLICE_MS) {
      // Whoever goes first after that may take all the time again.
      // oxlint-disable-next-line no-await-in-loop
      await setImmediate()
    }
    this.#beforeTurn()
    this.#atWork.add(sessionId)
    try {
      return await this.#timed(work)
    } finally {
      this.#atWork.delete(sessionId)
    }
  }

  /** Counts how long work takes before it waits for anything. */
  #timed<T>(work: () => T): T {
    const startedAt = performance.now()
    try {
      return work()
    } finally {
      if (this.#workedMs === 0) void setImmediate().then(() => (this.#workedMs = 0))
      this.#workedMs += performance.now() - startedAt
    }
  }

  /**
   * Stores what became of a session, then tells everybody. Only from within `inTurn`.
   *
   * @param alsoWrite - What must be on disk together with it.
   */
  commit(session: Session, alsoWrite: () => void = () => undefined): void {
    const before = this.find(session.id) ?? session
    this.#storage.inTransaction(() => {
      if (session !== before) this.#storage.sessions.save(session)
      alsoWrite()
    })
    this.#sessions.set(session.id, session)
    if (session === before) return
    for (const listener of this.#listeners) listener(session, before)
  }

  onChange(listener: Listener): void {
    this.#listeners.add(listener)
  }

  /** Resolves when nobody is waiting for a turn any more. */
  async settled(): Promise<void> {
    await Promise.all(this.#queues.values())
  }

  /** Without anybody in it, a queue takes no memory. */
  async #leaveQueue(sessionId: SessionId, settled: Promise<unknown>): Promise<void> {
    await settled
    if (this.#queues.get(sessionId) === settled) this.#queues.delete(sessionId)
  }
}
