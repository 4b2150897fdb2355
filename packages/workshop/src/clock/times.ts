import type { WithCourse } from '../course/state.ts'
import type { WentToStep, WithSteps } from '../steps/state.ts'
import { notBegun } from './state.ts'
import type { ClockState, SessionTimes, StepClock, WithClock } from './state.ts'

/** Who comes back to a step sooner than this pressed by accident, in milliseconds. */
const ACCIDENT_MS = 60_000

/** The times of a session that went to a step; back in the waiting room the evening has not begun. */
export function timesAfterMove(
  state: ClockState,
  { from, position, at }: WentToStep,
): SessionTimes {
  const left = from === -1 ? undefined : { position: from, clock: state.current, at }
  if (position === -1) return { ...notBegun, left }
  const { times } = state
  return {
    startedAt: times.startedAt ?? at,
    stepStartedAt: at,
    spentMs: spentUntil(times, from, at),
    left,
  }
}

/** How long each step took until now, the current one included; in milliseconds, by position. */
export function spentMs(
  { clock, steps, course }: WithClock & WithSteps & WithCourse,
  now: number,
): Readonly<Record<number, number>> {
  return spentUntil(clock.times, steps.position, course.endedAt ?? now)
}

/** What is told of the times of steps. */
interface Spent {
  readonly stepStartedAt?: number | undefined
  readonly spentMs: SessionTimes['spentMs']
}

/** The same, by what is told of it; `until` is now, or when the session ended. */
export function spentUntil(times: Spent, position: number, until: number): SessionTimes['spentMs'] {
  if (times.stepStartedAt === undefined) return times.spentMs
  const visit = Math.max(0, until - times.stepStartedAt)
  return { ...times.spentMs, [position]: (times.spentMs[position] ?? 0) + visit }
}

/** The clock of a step as it was, for who left it by accident and comes right back. */
export function clockLeftBehind(
  { times: { left } }: ClockState,
  { position, at }: WentToStep,
): StepClock | undefined {
  const isRightBack = left?.position === position && Math.abs(at - left.at) < ACCIDENT_MS
  return isRightBack ? left.clock : undefined
}
