import type { BoardId, SessionId } from '@stip/primitives'
import type { ActorKind, Decision, Session, SessionEvent } from '@stip/workshop'
import type { AlsoWritten } from './also-written.ts'

/** Something that happened, as it is kept. Who it was is in the event, where that matters. */
export interface KeptEvent {
  /** Counts up from 0. */
  readonly sequence: number
  /** Of the session after it; events of one change have the same. */
  readonly revision: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly by: ActorKind
  /** Which facilitator or scribe it was; see `Given.who` of the workshop. */
  readonly who?: string | undefined
  readonly event: SessionEvent
}

/**
 * Keeps sessions as what happened in them. Whatever is written comes as data, with all that belongs in
 * the same transaction, and is on disk when the promise resolves, or not at all: an implementation may
 * be somewhere else, and no thread waits for it.
 */
export interface SessionLog {
  /** Keeps a session in which nothing happened yet. */
  create(session: Session, also: readonly AlsoWritten[]): Promise<void>
  /**
   * Keeps a session that comes from elsewhere and is over, with what happened in it there: the session is as that
   * made it, and is not made of it again.
   */
  adopt(session: Session, events: readonly KeptEvent[], also: readonly AlsoWritten[]): Promise<void>
  /**
   * Adds what a command came to.
   *
   * @throws {RevisionTakenError} When something else happened in the session since it was decided.
   */
  append(decision: Decision, also: readonly AlsoWritten[]): Promise<void>
  /** Writes what belongs to a session in which nothing happened. */
  write(sessionId: SessionId, also: readonly AlsoWritten[]): Promise<void>
  /**
   * A session as all that happened made it.
   *
   * @throws {SessionUnreadableError} When this Stip cannot use what is stored.
   */
  read(sessionId: SessionId): Promise<Session | undefined>
  /** What happened in a session, in order; without what happened before it was kept event by event. */
  eventsOf(sessionId: SessionId): Promise<readonly KeptEvent[]>
  sessionOfBoard(boardId: BoardId): Promise<SessionId | undefined>
  /** Sessions in which something is counted from or towards a moment. */
  counting(): Promise<readonly SessionId[]>
}

/** Whether something in a session is counted from or towards a moment; a clock that is set moves it. */
export function isCounting({ course, clock, boardRules }: Session): boolean {
  const { startedAt, left } = clock.times
  const moments = [startedAt, left, boardRules.notesOnlySince]
  return course.endedAt === undefined && moments.some((each) => each !== undefined)
}
