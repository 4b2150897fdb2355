import { notBegun } from '../session/session.ts'
import type { Session, SessionTimes, StepClock } from '../session/session.ts'

/** Who comes back to a step sooner than this pressed by accident, in milliseconds. */
const ACCIDENT_MS = 60_000

/** The times of a session that goes to a step now; back in the waiting room the evening has not begun. */
export function timesAfterMove(session: Session, position: number, now: number): SessionTimes {
  if (position === -1) return { ...notBegun, left: leaving(session, now) }
  const { times } = session
  return {
    startedAt: times.startedAt ?? now,
    stepStartedAt: now,
    spentMs: spentMs(session, now),
    left: leaving(session, now),
  }
}

/** How long each step took until now, the current one included; in milliseconds, by position. */
export function spentMs(session: Session, now: number): Readonly<Record<number, number>> {
  const { position, times } = session
  if (times.stepStartedAt === undefined) return times.spentMs
  const visit = Math.max(0, (session.endedAt ?? now) - times.stepStartedAt)
  return { ...times.spentMs, [position]: (times.spentMs[position] ?? 0) + visit }
}

/** The clock of a step as it was, for who left it by accident and comes right back. */
export function clockLeftBehind(
  { times: { left } }: Session,
  position: number,
  now: number,
): StepClock | undefined {
  const isRightBack = left?.position === position && Math.abs(now - left.at) < ACCIDENT_MS
  return isRightBack ? left.clock : undefined
}

function leaving(session: Session, now: number): SessionTimes['left'] {
  const { position, clock } = session
  return position === -1 ? undefined : { position, clock, at: now }
}
