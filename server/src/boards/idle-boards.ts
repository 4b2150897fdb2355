import type { BoardId } from '@stip/primitives'

/** How often boards that nobody is at are looked through, in milliseconds. */
export const SWEEP_MS = 2_000
/** A board that was used this lately stays: somebody may be between two questions. */
const BUSY_MS = 30_000
/** The same for what is too much to keep. */
const HEAVY_BUSY_MS = 5_000
/** Nobody comes back to it that soon. */
const IDLE_MS = 5 * 60_000
/** Boards that stay ready for who comes back: those of one evening. */
const READY = 4
/** What they may come to together, in pieces of history: ten boards of 250 notes, or one full one. */
const READY_STRUCTS = 60_000

/** A board that nobody is at. */
export interface IdleBoard {
  /** On a clock that only passes, in ms. */
  readonly usedAt: number
  /** Pieces of history of Yjs: what it takes in memory is in proportion to these. */
  readonly structs: number
}

/**
 * Which boards that nobody is at can be closed: all that are idle for five minutes; after half a
 * minute all but the four that were used last; and after five seconds those that are too much
 * together with the ones that were used later. A full board takes tens of megabytes of memory, so
 * that somebody who opens one after the other would fill it.
 */
export function closable(idle: ReadonlyMap<BoardId, IdleBoard>, now: number): readonly BoardId[] {
  const lastUsedFirst = [...idle].toSorted(([, one], [, other]) => other.usedAt - one.usedAt)
  let kept = 0
  return lastUsedFirst.flatMap(([boardId, { usedAt, structs }], place) => {
    kept += structs
    const readyMs = place < READY ? IDLE_MS : BUSY_MS
    return usedAt < now - (kept > READY_STRUCTS ? HEAVY_BUSY_MS : readyMs) ? [boardId] : []
  })
}
