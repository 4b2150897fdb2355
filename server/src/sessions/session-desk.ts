import { setImmediate } from 'node:timers/promises'
import type { BoardId, Result, SessionId } from '@stip/primitives'
import { decide } from '@stip/workshop'
import type {
  Circumstances,
  Command,
  CommandRefusal,
  Decision,
  Given,
  Session,
  SessionEvent,
} from '@stip/workshop'
import type { AlsoWritten } from './also-written.ts'
import type { SessionLog } from './session-log.ts'

/** After so many ms of turns, others are heard. */
const SLICE_MS = 8

/** What happened in a session, and what it was before. */
export interface Change {
  readonly session: Session
  readonly before: Session
  readonly events: readonly SessionEvent[]
}

type Listener = (change: Change) => void

interface DeskOptions extends Pick<Circumstances, 'random' | 'newId'> {
  readonly log: SessionLog
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/**
 * The sessions of this server: read through a cache, changed one at a time, and announced to
 * whoever shows them once they are on disk.
 */
export class SessionDesk {
  readonly #options: DeskOptions
  readonly #log: SessionLog
  readonly #sessions = new Map<SessionId, Session>()
  readonly #sessionOfBoard = new Map<BoardId, SessionId>()
  /** The end of the queue of each session that has one. */
  readonly #queues = new Map<SessionId, Promise<unknown>>()
  readonly #listeners = new Set<Listener>()
  /** Sessions for which something is being carried out at this moment. */
  readonly #atWork = new Set<SessionId>()
  /** What is being done for a session beside the turns. */
  readonly #beside = new Map<SessionId, Promise<unknown>>()
  #beforeTurn: () => void = () => undefined
  /** How long turns took since others were heard. */
  #workedMs = 0

  constructor(options: DeskOptions) {
    this.#options = options
    this.#log = options.log
  }

  find(sessionId: SessionId): Session | undefined {
    const known = this.#sessions.get(sessionId)
    if (known !== undefined) return known
    const stored = this.#log.read(sessionId)
    if (stored !== undefined) this.#sessions.set(sessionId, stored)
    return stored
  }

  findOfBoard(boardId: BoardId): Session | undefined {
    const known = this.#sessionOfBoard.get(boardId)
    const sessionId = known ?? this.#log.sessionOfBoard(boardId)
    if (sessionId === undefined) return undefined
    this.#sessionOfBoard.set(boardId, sessionId)
    return this.find(sessionId)
  }

  /** @param also - What must be on disk together with the new session. */
  async create(session: Session, also: readonly AlsoWritten[]): Promise<void> {
    await this.#log.create(session, also)
    this.#sessions.set(session.id, session)
  }

  /** What becomes of a session when a command is given now; see `decide` of the workshop. */
  decide(session: Session, given: Given): Result<Decision, CommandRefusal> {
    const { now, random, newId } = this.#options
    return decide(session, given, { now: now(), random, newId })
  }

  /**
   * Notes what the server did, or found out.
   *
   * @throws {Error} When the session refuses; it has no reason to.
   */
  note(session: Session, command: Command): Decision {
    const noted = this.decide(session, { actor: 'server', command })
    if (noted.ok) return noted.value
    throw new Error(`The session refused ${command.type}: ${noted.refusal}.`)
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
    void leave(this.#queues, sessionId, settled)
    return turn
  }

  /** Does something before every turn. */
  beforeTurns(work: () => void): void {
    this.#beforeTurn = work
  }

  /** Does something at once, or after what is being carried out for this session now. */
  whenFree(sessionId: SessionId, work: () => Promise<void>): Promise<void> {
    if (this.#atWork.has(sessionId)) return this.inTurn(sessionId, work)
    const done = work()
    // The next turn waits for it, however it went.
    const settled = done.then(
      () => undefined,
      () => undefined,
    )
    this.#beside.set(sessionId, settled)
    void leave(this.#beside, sessionId, settled)
    return done
  }

  /** Whether a step of any session that somebody looked at is going on. */
  isAnyRunning(): boolean {
    return [...this.#sessions.values()].some(
      ({ steps, course }) => steps.position >= 0 && course.endedAt === undefined,
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
      await this.#beside.get(sessionId)
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
   * Stores what happened in a session, then tells everybody. Only from within `inTurn`.
   *
   * @param also - What must be on disk together with it.
   */
  async commit(decision: Decision, also: readonly AlsoWritten[] = []): Promise<void> {
    const { session, events } = decision
    const before = this.find(session.id) ?? session
    await this.#log.append(decision, also)
    if (events.length === 0) return
    this.#sessions.set(session.id, session)
    for (const listener of this.#listeners) listener({ session, before, events })
  }

  /** Stores something of a session in which nothing happened. Only from within `inTurn`. */
  async write({ id }: Session, also: readonly AlsoWritten[]): Promise<void> {
    await this.#log.write(id, also)
  }

  onChange(listener: Listener): void {
    this.#listeners.add(listener)
  }

  /** Resolves when nobody is waiting for a turn any more. */
  async settled(): Promise<void> {
    await Promise.all([...this.#queues.values(), ...this.#beside.values()])
  }
}

/** Without anybody in it, a queue takes no memory. */
async function leave(
  queues: Map<SessionId, Promise<unknown>>,
  sessionId: SessionId,
  settled: Promise<unknown>,
): Promise<void> {
  await settled
  if (queues.get(sessionId) === settled) queues.delete(sessionId)
}
