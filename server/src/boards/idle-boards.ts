import type { BoardId } from '@stip/primitives'

/** How often boards that nobody is at are looked through, in milliseconds. */
export const SWEEP_MS = 10_000
/** A board that was used this lately stays: somebody may be between two questions. */
const BUSY_MS = 30_000
/** Nobody comes back to it that soon. */
const IDLE_MS = 5 * 60_000
/** Boards that stay ready for who comes back: those of one evening. */
const READY = 4

/**
 * Which boards that nobody is at can be closed: all that are idle for five minutes, and after half
 * a minute all but the four that were used last. A board in memory takes tens of megabytes when it
 * is full, so that somebody who opens one after the other would fill the memory.
 *
 * @param idle - Boards with nobody at them, and when each was used last, on a clock that only passes.
 */
export function closable(idle: ReadonlyMap<BoardId, number>, now: number): readonly BoardId[] {
  const lastUsedFirst = [...idle].toSorted(([, one], [, other]) => other - one)
  return lastUsedFirst.flatMap(([boardId, usedAt], place) =>
    usedAt < now - (place < READY ? IDLE_MS : BUSY_MS) ? [boardId] : [],
  )
}
