import type { LateWork, Mark, Period } from '../storage/stores/authorship-store.ts'

/** When a stretch of what a client wrote came, and in what kind of period. */
export interface Written {
  /** Names were shown all the time in which it can have been written. */
  readonly isNamed: boolean
  /** Milliseconds since 1970, at most a minute later than it was; undefined when it is newer than all marks. */
  readonly at: number | undefined
  /** The place of the mark that came after it: what came later is higher, whatever clocks said. */
  readonly order: number
}

/** Looks up a stretch of clocks of one client, in pieces, oldest first. */
export type WhenWritten = (client: number, first: number, last: number) => readonly Written[]

/** What is noted of one board. */
export interface Notes {
  readonly marks: readonly Mark[]
  readonly lateWork: readonly LateWork[]
  /** There was more late work than is kept: any of it may be late. */
  readonly isLateWorkFull: boolean
  /** The number of the period that it is now. */
  readonly current: number
  readonly periods: readonly Period[]
}

/**
 * Reads what was noted. Between two marks it may have been any period from the one of the first
 * to the one of the second, so names count only when all of them had names.
 */
export function readerOf(notes: Notes): WhenWritten {
  const { marks, lateWork, isLateWorkFull, current, periods } = notes
  const unnamed = periods.filter(({ isNamed }) => !isNamed).map(({ number }) => number)
  const hasNames = (from: number, to: number): boolean =>
    unnamed.every((number) => number < from || number > to)
  const isLate = (client: number, first: number, last: number): boolean =>
    (isLateWorkFull && unnamed.length > 0) ||
    lateWork.some((work) => work.client === client && work.first <= last && work.last >= first)

  const reachedAt = marks.map(({ at, period, clocks }) => ({ at, period, clocks: new Map(clocks) }))

  return (client, first, last) => {
    const found: Written[] = []
    let next = first
    // Of what stands before the first mark nobody noted anything.
    let since: number | undefined
    const add = (end: number, until: number, at: number | undefined, order: number): void => {
      const isNamed = since !== undefined && hasNames(since, until) && !isLate(client, next, end)
      found.push({ isNamed, at, order })
      next = end + 1
    }
    for (const [order, { at, period, clocks }] of reachedAt.entries()) {
      const reached = clocks.get(client) ?? 0
      if (reached > next) add(Math.min(reached - 1, last), period, at, order)
      if (next > last) return found
      since = period
    }
    add(last, current, undefined, marks.length)
    return found
  }
}
