import type { SessionView } from '@stip/api'
import { remainingMs, spentUntil } from '@stip/workshop'

/** How the evening runs: on the minute where that helps, else when it will be over. */
export type Schedule =
  | { readonly kind: 'minutes'; readonly ahead: number }
  | { readonly kind: 'end'; readonly endsAt: number }

/** So far ahead of the plan, or behind it, nobody steers by it any more. In minutes. */
const [FAR_AHEAD, FAR_BEHIND] = [30, 60]

/**
 * How many minutes the evening is ahead (positive) or behind, when this step ends on its clock. Far
 * from the plan, as in a rehearsal, that says nothing: then it is when the evening ends if all that
 * is left takes its own time. Undefined while the evening has not begun, and once it is over.
 *
 * @param now - The server's time.
 */
export function scheduleOf(view: SessionView, now: number): Schedule | undefined {
  const began = view.times?.startedAt
  if (began === undefined || view.position < 0 || view.endedAt !== undefined) return undefined
  const left = view.clock === undefined ? 0 : remainingMs(view.clock, now)
  const plannedMs = msOf(view.steps.slice(0, view.position + 1))
  const ahead = Math.round((began + plannedMs - now - left) / 60_000)
  if (ahead <= FAR_AHEAD && ahead >= -FAR_BEHIND) return { kind: 'minutes', ahead }
  return { kind: 'end', endsAt: now + left + msOf(view.steps.slice(view.position + 1)) }
}

function msOf(steps: SessionView['steps']): number {
  return steps.reduce((sum, step) => sum + step.minutes, 0) * 60_000
}

/** How long a step took, or takes so far, in minutes; undefined for a step that nobody was in. */
export function actualMinutes(
  view: Pick<SessionView, 'times' | 'position' | 'endedAt'>,
  position: number,
  now: number,
): number | undefined {
  const { times, endedAt = now } = view
  const spent = times && spentUntil(times, view.position, endedAt)[position]
  return spent === undefined ? undefined : Math.round(spent / 60_000)
}
