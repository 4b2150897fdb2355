import type { ClockState, StepClock } from './state.ts'

const DAY_MS = 24 * 3600 * 1000

/**
 * Whether a clock of the server that was set matters to a session. What nobody touched for a day is
 * left alone: it was not this clock that it was written by.
 *
 * @param moments - From or towards which something is counted, in milliseconds since 1970.
 * @param before - What the clock said just before.
 */
export function isOfToday(moments: readonly (number | undefined)[], before: number): boolean {
  return before - Math.max(...moments.map((at) => at ?? -Infinity)) <= DAY_MS
}

/** The clock after that of the server was set: a step has the time left that it had. */
export function movedAlong({ current, times }: ClockState, ms: number): ClockState {
  const { left } = times
  return {
    current: movedClock(current, ms),
    times: {
      ...times,
      startedAt: moved(times.startedAt, ms),
      stepStartedAt: moved(times.stepStartedAt, ms),
      left: left && { ...left, clock: movedClock(left.clock, ms), at: left.at + ms },
    },
  }
}

/** A moment after the clock was set; none stays none. */
export function moved(at: number | undefined, ms: number): number | undefined {
  return at === undefined ? at : at + ms
}

function movedClock(clock: StepClock | undefined, ms: number): StepClock | undefined {
  return clock?.kind === 'running' ? { ...clock, endsAt: clock.endsAt + ms } : clock
}
