import type { SessionView } from '@stip/api'
import { remainingMs } from '../../live/clock.ts'

/**
 * How many minutes the evening is ahead (positive) or behind, when this step ends on its clock.
 * Undefined while the evening has not begun, and once it is over.
 *
 * @param now - The server's time.
 */
export function minutesAhead(view: SessionView, now: number): number | undefined {
  const began = view.times?.startedAt
  if (began === undefined || view.position < 0 || view.endedAt !== undefined) return undefined
  const plannedMinutes = view.steps
    .slice(0, view.position + 1)
    .reduce((sum, step) => sum + step.minutes, 0)
  const plannedEnd = began + plannedMinutes * 60_000
  const left = view.clock === undefined ? 0 : remainingMs(view.clock, now)
  return Math.round((plannedEnd - now - Math.max(0, left)) / 60_000)
}

/** How long a step took, or takes so far, in minutes; undefined for a step that nobody was in. */
export function actualMinutes(
  view: SessionView,
  position: number,
  now: number,
): number | undefined {
  const before = view.times?.spentMs[position]
  const startedAt = position === view.position ? view.times?.stepStartedAt : undefined
  if (before === undefined && startedAt === undefined) return undefined
  const visit = startedAt === undefined ? 0 : Math.max(0, (view.endedAt ?? now) - startedAt)
  return Math.round(((before ?? 0) + visit) / 60_000)
}
