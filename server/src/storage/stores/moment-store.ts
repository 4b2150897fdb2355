import type { MomentReason } from '@stip/api'
import type { BoardId } from '@stip/primitives'
import type { Applied } from './applied.ts'

/** A kept moment of a board, without what stood on it. */
export interface Moment {
  /** Counts up from 1 on a board and is never given twice. */
  readonly number: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly reason: MomentReason
  /** Whether names were shown at that moment. */
  readonly isNamed: boolean
}

/** A moment as it comes into the store. */
export interface NewMoment extends Omit<Moment, 'number'> {
  /** Tells whether two moments are the same board. */
  readonly digest: Uint8Array
  /** How far the Yjs clients of the board were: a state vector. */
  readonly clocks: Uint8Array
  /** What stood on the board: compressed bytes that the store only keeps. */
  readonly records: Uint8Array
}

/** Which moment was kept last, and of what. */
export interface LastMoment {
  readonly number: number
  readonly digest: Uint8Array
  readonly clocks: Uint8Array
}

/** Keeps what boards looked like. When that becomes too much, the least telling moments go first. */
export interface MomentStore {
  /** Keeps a moment, and gives its number. */
  add(boardId: BoardId, moment: NewMoment): Promise<number>
  /** Every moment of a board, oldest first. */
  list(boardId: BoardId): Promise<readonly Moment[]>
  last(boardId: BoardId): Promise<LastMoment | undefined>
  /** What stood on the board and how far its clients were, as it was given. */
  find(boardId: BoardId, number: number): Promise<Pick<NewMoment, 'clocks' | 'records'> | undefined>
  /** What stood on the board, as it was given. */
  records(boardId: BoardId, number: number): Promise<Uint8Array | undefined>
  /** Notes what a restore did right after this moment; undefined when it was undone. */
  setApplied(boardId: BoardId, number: number, applied: Applied | undefined): Promise<void>
  applied(boardId: BoardId, number: number): Promise<Applied | undefined>
  drop(boardId: BoardId, number: number): Promise<void>
}
