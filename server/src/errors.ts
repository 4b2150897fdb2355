import { StipError } from '@stip/primitives'
import type { BoardId, SessionId } from '@stip/primitives'
import type { ProblemCode } from './problem-texts.ts'

/** Stored bytes of a board are not what was written. The board must not be opened as if it were empty. */
export class UpdateLogDamagedError extends StipError {
  override readonly name = 'UpdateLogDamagedError'
  readonly code = 'STIP_LOG_DAMAGED'
  readonly boardId: BoardId
  /** The first row that is wrong or missing; undefined when even that cannot be read. */
  readonly seq: number | undefined

  constructor(boardId: BoardId, seq: number | undefined, options?: ErrorOptions) {
    super(`The log of board ${boardId} is damaged (row ${seq ?? 'unknown'}).`, options)
    this.boardId = boardId
    this.seq = seq
  }
}

/** What is stored of sessions, people and links is not what was written. */
export class SessionsDamagedError extends StipError {
  override readonly name = 'SessionsDamagedError'
  readonly code = 'STIP_SESSIONS_DAMAGED'
  readonly detail: string

  constructor(detail: string, options?: ErrorOptions) {
    super(`The sessions are damaged: ${detail}.`, options)
    this.detail = detail
  }
}

/** What is stored of a session cannot be used by this version of Stip; `message` says why. */
export class SessionUnreadableError extends StipError {
  override readonly name = 'SessionUnreadableError'
  readonly code = 'STIP_SESSION_UNREADABLE'
  readonly why: string

  constructor(why: string, options?: ErrorOptions) {
    super(`A session cannot be read: ${why}.`, options)
    this.why = why
  }
}

/** Something else happened in a session since it was decided what to add to it. */
export class RevisionTakenError extends StipError {
  override readonly name = 'RevisionTakenError'
  readonly code = 'STIP_REVISION_TAKEN'
  readonly sessionId: SessionId
  readonly revision: number

  constructor(sessionId: SessionId, revision: number) {
    super(`Something happened in session ${sessionId} since revision ${revision} was decided.`)
    this.sessionId = sessionId
    this.revision = revision
  }
}

/** The data folder misses changes that were stored, and it cannot be told on which boards. */
export class UpdateLogLostError extends StipError {
  override readonly name = 'UpdateLogLostError'
  readonly code = 'STIP_LOG_LOST'
  /** How many group commits are gone, at least. */
  readonly lost: number

  constructor(lost: number, options?: ErrorOptions) {
    super(`The log misses ${lost} commits that were stored.`, options)
    this.lost = lost
  }
}

/** A request is refused for a reason that a person will read; becomes an answer with a Problem. */
export class RequestRefusedError extends StipError {
  override readonly name = 'RequestRefusedError'
  readonly code = 'STIP_REQUEST_REFUSED'
  readonly problem: ProblemCode

  constructor(problem: ProblemCode, options?: ErrorOptions) {
    super(`Refused: ${problem}.`, options)
    this.problem = problem
  }
}
