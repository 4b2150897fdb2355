import type { SessionId } from '@stip/primitives'
import type { Applied } from './applied.ts'

/**
 * A merge as it is stored. 'planned' is written before the vision board changes and becomes
 * 'done' after it; a merge that is found 'planned' at a start was cut off in between.
 */
export interface StoredMerge {
  readonly sessionId: SessionId
  /** Counts up from 1 in a session, undone merges included. */
  readonly number: number
  /** Milliseconds since 1970. */
  readonly at: number
  /** What it did to the vision. */
  readonly applied: Applied
  /** What it did to the board on which all boards stand beside each other; undefined: nothing. */
  readonly beside: Applied | undefined
}

/** Which merge it is. */
export type MergeName = Pick<StoredMerge, 'sessionId' | 'number'>

/** A merge that came to its end, without what it did. */
export interface SettledMerge {
  readonly number: number
  readonly state: 'done' | 'undone'
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Keeps what every merge did to the vision board, so that it can be taken back. */
export interface MergeStore {
  nextNumber(sessionId: SessionId): Promise<number>
  /** May come again for the same merge. */
  plan(merge: StoredMerge): Promise<void>
  settle(merge: MergeName, state: 'done' | 'undone'): Promise<void>
  /** Forgets a planned merge that never reached the board. */
  drop(merge: MergeName): Promise<void>
  /** The last merge that stands: the one that an undo takes back. */
  lastDone(sessionId: SessionId): Promise<StoredMerge | undefined>
  /** The merge that is the last one when this one is undone. */
  doneBefore(merge: MergeName): Promise<StoredMerge | undefined>
  /** The first merge of a session that was cut off half-way. */
  planned(sessionId: SessionId): Promise<StoredMerge | undefined>
  /** Sessions with a merge that was cut off half-way. */
  plannedSessions(): Promise<readonly SessionId[]>
  /** Every merge that came to its end, in order. */
  list(sessionId: SessionId): Promise<readonly SettledMerge[]>
  find(merge: MergeName): Promise<StoredMerge | undefined>
}
