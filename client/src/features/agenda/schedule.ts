import type { SessionView } from '@stip/api'
import { remainingMs } from '../../live/clock.ts'

/** When each step began, by position; milliseconds since 1970. Only what this console saw. */
export type StepStarts = Readonly<Record<number, number>>

/** Notes when the current step began, unless that is known. */
export function withStart(starts: StepStarts, position: number, now: number): StepStarts {
  return position < 0 || starts[position] !== undefined ? starts : { ...starts, [position]: now }
}

/**
 * How many minutes the evening is ahead (positive) or behind, when this step ends on its clock.
 * Undefined while it is not known when the evening began.
 *
 * @param now - The server's time.
 */
export function minutesAhead(
  view: SessionView,
  starts: StepStarts,
  now: number,
): number | undefined {
  const began = starts[0]
  if (began === undefined || view.position < 0 || view.clock === undefined) return undefined
  const plannedMinutes = view.steps
    .slice(0, view.position + 1)
    .reduce((sum, step) => sum + step.minutes, 0)
  const plannedEnd = began + plannedMinutes * 60_000
  const expectedEnd = now + Math.max(0, remainingMs(view.clock, now))
  return Math.round((plannedEnd - expectedEnd) / 60_000)
}

/** How long a step took, or takes so far, in minutes; undefined when its start or end was not seen. */
export function actualMinutes(
  starts: StepStarts,
  position: number,
  current: number,
  now: number,
): number | undefined {
  const began = starts[position]
  const ended = position === current ? now : starts[position + 1]
  if (began === undefined || ended === undefined || ended < began) return undefined
  return Math.round((ended - began) / 60_000)
}
