import type { BoardId, SessionId } from '@stip/primitives'
import type { Session } from '@stip/workshop'
import type { SessionLog } from './session-log.ts'

/** Sessions that nobody uses are looked for this often, in ms… */
const SWEEP_MS = 30_000
/** …and leave memory when nobody used them for this long. */
const IDLE_MS = 5 * 60_000

interface Open {
  session: Session
  usedAt: number
}

interface OpenSessionsOptions {
  readonly log: SessionLog
  /** Milliseconds that only pass. */
  readonly elapsed: () => number
  /** Reads what is told of a session besides it, before it is open. */
  readonly openAlso?: ((sessionId: SessionId) => Promise<void>) | undefined
  /** Whether somebody waits for a turn of a session. */
  readonly isWaitedFor: (sessionId: SessionId) => boolean
}

/** The sessions that are in memory: read when somebody wants one, and let go of when nobody uses it. */
export class OpenSessions {
  readonly #options: OpenSessionsOptions
  readonly #open = new Map<SessionId, Open>()
  readonly #opening = new Map<SessionId, Promise<Session | undefined>>()
  readonly #ofBoards = new Map<BoardId, SessionId>()
  readonly #uses = new Set<(session: Session) => boolean>()
  readonly #forgetting = new Set<(session: Session) => void>()
  /** Sessions that left memory while a step was going on. */
  readonly #runningUnseen = new Set<SessionId>()
  readonly #sweep: NodeJS.Timeout

  constructor(options: OpenSessionsOptions) {
    this.#options = options
    this.#sweep = setInterval(() => this.forgetIdle(), SWEEP_MS)
    this.#sweep.unref()
  }

  get(sessionId: SessionId): Session | undefined {
    return this.#open.get(sessionId)?.session
  }

  ofBoard(boardId: BoardId): Session | undefined {
    const sessionId = this.#ofBoards.get(boardId)
    return sessionId === undefined ? undefined : this.get(sessionId)
  }

  /** Of which session a board is, without opening that. */
  async sessionOfBoard(boardId: BoardId): Promise<SessionId | undefined> {
    return this.#ofBoards.get(boardId) ?? (await this.#options.log.sessionOfBoard(boardId))
  }

  /** @throws {SessionUnreadableError} When this Stip cannot use what is stored. */
  async open(sessionId: SessionId): Promise<Session | undefined> {
    const known = this.#open.get(sessionId)
    if (known !== undefined) {
      known.usedAt = this.#options.elapsed()
      return known.session
    }
    const opening = this.#opening.get(sessionId) ?? this.#read(sessionId)
    this.#opening.set(sessionId, opening)
    return opening
  }

  /** How a session is now, which is in memory from then on. */
  set(session: Session): void {
    const { id, boards } = session
    const known = this.#open.get(id)
    if (known?.session.boards !== boards)
      for (const board of boards) this.#ofBoards.set(board.id, id)
    if (known !== undefined) {
      known.session = session
      return
    }
    this.#runningUnseen.delete(id)
    this.#open.set(id, { session, usedAt: this.#options.elapsed() })
  }

  /** Keeps sessions for as long as `isInUse` says so of them. */
  keepWhile(isInUse: (session: Session) => boolean): void {
    this.#uses.add(isInUse)
  }

  /** Calls `listener` when a session leaves memory. */
  onForget(listener: (session: Session) => void): void {
    this.#forgetting.add(listener)
  }

  /** Lets go of sessions that nobody used for a while. */
  forgetIdle(): void {
    const oldest = this.#options.elapsed() - IDLE_MS
    for (const [id, { session, usedAt }] of this.#open) {
      if (usedAt > oldest || this.#options.isWaitedFor(id)) continue
      if ([...this.#uses].some((isInUse) => isInUse(session))) continue
      this.#open.delete(id)
      for (const board of session.boards) this.#ofBoards.delete(board.id)
      if (isRunning(session)) this.#runningUnseen.add(id)
      for (const listener of this.#forgetting) listener(session)
    }
  }

  /** Whether a step of any session that somebody looked at is going on. */
  isAnyRunning(): boolean {
    if (this.#runningUnseen.size > 0) return true
    return [...this.#open.values()].some(({ session }) => isRunning(session))
  }

  close(): void {
    clearInterval(this.#sweep)
  }

  async #read(sessionId: SessionId): Promise<Session | undefined> {
    const { log, openAlso } = this.#options
    try {
      const [session] = await Promise.all([log.read(sessionId), openAlso?.(sessionId)])
      if (session !== undefined) this.set(session)
      return session
    } finally {
      this.#opening.delete(sessionId)
    }
  }
}

function isRunning({ steps, course }: Session): boolean {
  return steps.position >= 0 && course.endedAt === undefined
}
