import type { Session, StepClock } from '../session/session.ts'

const DAY_MS = 24 * 3600 * 1000

/**
 * The session after the clock of the server was set: everything that is counted from or towards a
 * moment moves along, so that a step has the time left that it had. What nobody touched for a day
 * is left alone: it was not this clock that it was written by.
 *
 * @param before - What the clock said just before, in milliseconds since 1970.
 * @param ms - How far it was set ahead; below 0 it was set back.
 */
export function withClockSet(session: Session, before: number, ms: number): Session {
  const { clock, times, notesOnlySince } = session
  const moments = [times.startedAt, times.stepStartedAt, times.left?.at, notesOnlySince]
  const last = Math.max(...moments.map((at) => at ?? -Infinity))
  if (session.endedAt !== undefined || ms === 0 || before - last > DAY_MS) return session
  const moved = (at: number | undefined): number | undefined => (at === undefined ? at : at + ms)
  return {
    ...session,
    clock: movedClock(clock, ms),
    times: {
      ...times,
      startedAt: moved(times.startedAt),
      stepStartedAt: moved(times.stepStartedAt),
      left: times.left && {
        ...times.left,
        clock: movedClock(times.left.clock, ms),
        at: times.left.at + ms,
      },
    },
    notesOnlySince: moved(notesOnlySince),
    revision: session.revision + 1,
  }
}

function movedClock(clock: StepClock | undefined, ms: number): StepClock | undefined {
  return clock?.kind === 'running' ? { ...clock, endsAt: clock.endsAt + ms } : clock
}
