import type { BoardId, SessionId } from '@stip/primitives'

/** A stretch of a session in which names were shown all the time, or never. */
export interface Period {
  /** Counts up from 1 in a session. */
  readonly number: number
  /** The step; -1 in the waiting room. */
  readonly position: number
  readonly isNamed: boolean
}

/** How far the Yjs clients of a board were at some time. */
export interface Mark {
  /** Milliseconds since 1970. */
  readonly at: number
  /** The number of the period that it was. */
  readonly period: number
  /** Of every client that went on since the mark before: how many clocks it has used. */
  readonly clocks: readonly (readonly [client: number, clock: number])[]
}

/** What a client wrote somewhere else, earlier, and handed in later. */
export interface LateWork {
  readonly client: number
  readonly first: number
  readonly last: number
}

/** How far a board was when it was marked last. */
export interface Progress {
  /** How many clocks each Yjs client has used. */
  readonly clocks: Mark['clocks']
  readonly marks: number
  /** The number of the period; 0 when it was never marked. */
  readonly period: number
}

/** Keeps when which part of a board was written, and whether names were shown then. */
export interface AuthorshipStore {
  /** The period in which a session is like this; a new one begins when the last was otherwise. */
  enter(sessionId: SessionId, now: Omit<Period, 'number'>): Promise<Period>
  periods(sessionId: SessionId): Promise<readonly Period[]>
  /** Every mark of a board, oldest first. */
  marks(boardId: BoardId): Promise<readonly Mark[]>
  progress(boardId: BoardId): Promise<Progress>
  addMark(boardId: BoardId, mark: Mark): Promise<void>
  lateWork(boardId: BoardId): Promise<readonly LateWork[]>
  /** Keeps it, until there are `most` of the board. */
  addLateWork(boardId: BoardId, work: readonly LateWork[], most: number): Promise<void>
}
