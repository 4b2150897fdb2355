import { setImmediate } from 'node:timers/promises'
import type { BoardId, Result, SessionId } from '@stip/primitives'
import { decide } from '@stip/workshop'
import type {
  AskedBy,
  Circumstances,
  Command,
  CommandRefusal,
  Decision,
  Given,
  Session,
  SessionEvent,
} from '@stip/workshop'
import type { AlsoWritten } from './also-written.ts'
import { OpenSessions } from './open-sessions.ts'
import type { KeptEvent, SessionLog } from './session-log.ts'

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
  /** Milliseconds that only pass. */
  readonly elapsed: () => number
  /** Reads what is told of a session besides it, before it is open. */
  readonly openAlso?: (sessionId: SessionId) => Promise<void>
}

/**
 * The sessions of this server: read when somebody wants one, changed one at a time, and announced to
 * whoever shows them once they are on disk. One that nobody uses leaves memory.
 */
export class SessionDesk {
  readonly #options: DeskOptions
  readonly #log: SessionLog
  readonly #sessions: OpenSessions
  /** Something could not be stored, or nobody knows whether it was: they are read again before their next turn. */
  readonly #inDoubt = new Set<SessionId>()
  /** The end of the queue of each session that has one. */
  readonly #queues = new Map<SessionId, Promise<unknown>>()
  readonly #listeners = new Set<Listener>()
  /** Sessions for which something is being carried out at this moment. */
  readonly #atWork = new Set<SessionId>()
  /** What is being done for a session beside the turns. */
  readonly #beside = new Map<SessionId, Promise<unknown>>()
  #beforeTurn: () => Promise<void> | undefined = () => undefined
  /** How long turns took since others were heard. */
  #workedMs = 0

  constructor(options: DeskOptions) {
    this.#options = options
    this.#log = options.log
    this.#sessions = new OpenSessions({
      log: options.log,
      elapsed: options.elapsed,
      openAlso: options.openAlso,
      isWaitedFor: (id) => this.#queues.has(id) || this.#beside.has(id) || this.#inDoubt.has(id),
    })
  }

  /**
   * A session that is open: in its own turns, and for as long as somebody has it in use
   * ({@link keepWhile}). Whoever does not know that opens it.
   */
  find(sessionId: SessionId): Session | undefined {
    return this.#sessions.get(sessionId)
  }

  /** The session of a board, when it is open; see {@link find}. */
  findOfBoard(boardId: BoardId): Session | undefined {
    return this.#sessions.ofBoard(boardId)
  }

  /**
   * A session, read from the log when it is not open.
   *
   * @throws {SessionUnreadableError} When this Stip cannot use what is stored.
   */
  open(sessionId: SessionId): Promise<Session | undefined> {
    return this.#sessions.open(sessionId)
  }

  async openOfBoard(boardId: BoardId): Promise<Session | undefined> {
    const sessionId = await this.sessionOfBoard(boardId)
    return sessionId === undefined ? undefined : this.open(sessionId)
  }

  /** Of which session a board is, without opening that. */
  sessionOfBoard(boardId: BoardId): Promise<SessionId | undefined> {
    return this.#sessions.sessionOfBoard(boardId)
  }

  /** Keeps sessions open for as long as `isInUse` says so of them. */
  keepWhile(isInUse: (session: Session) => boolean): void {
    this.#sessions.keepWhile(isInUse)
  }

  /** Calls `listener` when a session leaves memory: what is remembered of it elsewhere can go, too. */
  onForget(listener: (session: Session) => void): void {
    this.#sessions.onForget(listener)
  }

  /** Lets go of sessions that nobody used for a while. */
  forgetIdle(): void {
    this.#sessions.forgetIdle()
  }

  /** @param also - What must be on disk together with the new session. */
  async create(session: Session, also: readonly AlsoWritten[]): Promise<void> {
    await this.#log.create(session, also)
  }

  /** Keeps a session that comes from elsewhere; see {@link SessionLog.adopt}. */
  async adopt(
    session: Session,
    events: readonly KeptEvent[],
    also: readonly AlsoWritten[],
  ): Promise<void> {
    await this.#log.adopt(session, events, also)
  }

  /** What becomes of a session when a command is given now; see `decide` of the workshop. */
  decide(session: Session, given: Given): Result<Decision, CommandRefusal> {
    const { now, random, newId } = this.#options
    return decide(session, given, { now: now(), random, newId })
  }

  /**
   * Notes what the server did, or found out.
   *
   * @param asked - Who had it do that; nobody, when it did so by itself.
   * @throws {Error} When the session refuses; it has no reason to.
   */
  note(session: Session, command: Command, asked?: AskedBy): Decision {
    const noted = this.decide(session, { actor: 'server', command, asked })
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

  /** Does something before every turn, which waits for it. */
  beforeTurns(work: () => Promise<void> | undefined): void {
    this.#beforeTurn = work
  }

  /** Does something at once, or after what is being done for this session now, in a turn or beside it. */
  whenFree(sessionId: SessionId, work: () => Promise<void>): Promise<void> {
    const isBusy = this.#atWork.has(sessionId) || this.#beside.has(sessionId)
    if (isBusy) return this.inTurn(sessionId, work)
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
    return this.#sessions.isAnyRunning()
  }

  async #take<T>(sessionId: SessionId, work: () => T | Promise<T>): Promise<T> {
    while (this.#workedMs >= SLICE_MS) {
      // Whoever goes first after that may take all the time again.
      // oxlint-disable-next-line no-await-in-loop
      await setImmediate()
    }
    await this.#beforeTurn()
    this.#atWork.add(sessionId)
    try {
      await this.#beside.get(sessionId)
      await this.#readyForTurn(sessionId)
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
    await this.#writing(session.id, this.#log.append(decision, also))
    if (events.length > 0) this.#changed(session, events)
  }

  /** Stores something of a session in which nothing happened. Only from within `inTurn`. */
  async write({ id }: Session, also: readonly AlsoWritten[]): Promise<void> {
    await this.#writing(id, this.#log.write(id, also))
  }

  async #writing(sessionId: SessionId, written: Promise<void>): Promise<void> {
    try {
      await written
    } catch (error) {
      this.#inDoubt.add(sessionId)
      throw error
    }
  }

  #changed(session: Session, events: readonly SessionEvent[]): void {
    const before = this.#sessions.get(session.id) ?? session
    this.#sessions.set(session)
    for (const listener of this.#listeners) listener({ session, before, events })
  }

  /** Opens a session, and finds out what is stored of it where nobody could tell. */
  async #readyForTurn(sessionId: SessionId): Promise<void> {
    const session = await this.open(sessionId)
    if (session === undefined || !this.#inDoubt.has(sessionId)) return
    const stored = await this.#log.read(sessionId)
    if (stored === undefined || stored.sequence === session.sequence) {
      this.#inDoubt.delete(sessionId)
      return
    }
    const kept = await this.#log.eventsOf(sessionId)
    this.#inDoubt.delete(sessionId)
    const later = kept.filter(({ sequence }) => sequence >= session.sequence)
    this.#changed(
      stored,
      later.map(({ event }) => event),
    )
  }

  onChange(listener: Listener): void {
    this.#listeners.add(listener)
  }

  /** Resolves when nobody is waiting for a turn any more. */
  async settled(): Promise<void> {
    this.#sessions.close()
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
