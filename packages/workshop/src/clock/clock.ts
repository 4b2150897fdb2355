import { ok, refuse } from '@stip/primitives'
import type { Result } from '@stip/primitives'
import type { Session, StepClock } from '../session/session.ts'

const MINUTE_MS = 60_000

/** The clock of a step that begins now; a step without minutes has none. */
export function freshClock(minutes: number, now: number): StepClock | undefined {
  return minutes > 0 ? { kind: 'running', endsAt: now + minutes * MINUTE_MS } : undefined
}

/** How long a clock still has, in milliseconds, never below 0. */
export function remainingMs(clock: StepClock, now: number): number {
  return Math.max(0, clock.kind === 'running' ? clock.endsAt - now : clock.remainingMs)
}

/** Gives a step more time, or less; never less than none. Time that is up counts as none left. */
export function addMinutes(
  session: Session,
  minutes: number,
  now: number,
): Result<Session, 'no-clock'> {
  const { clock } = session
  if (clock === undefined) return refuse('no-clock')
  const left = Math.max(0, remainingMs(clock, now) + minutes * MINUTE_MS)
  return ok({
    ...session,
    clock:
      clock.kind === 'running'
        ? { kind: 'running', endsAt: now + left }
        : { kind: 'paused', remainingMs: left },
  })
}

/** Holds the clock where it is; a clock that is held already stays as it is. */
export function pauseClock(session: Session, now: number): Result<Session, 'no-clock'> {
  const { clock } = session
  if (clock === undefined) return refuse('no-clock')
  if (clock.kind === 'paused') return ok(session)
  return ok({ ...session, clock: { kind: 'paused', remainingMs: remainingMs(clock, now) } })
}

/** Lets a held clock run on; a running clock stays as it is. */
export function resumeClock(session: Session, now: number): Result<Session, 'no-clock'> {
  const { clock } = session
  if (clock === undefined) return refuse('no-clock')
  if (clock.kind === 'running') return ok(session)
  return ok({ ...session, clock: { kind: 'running', endsAt: now + clock.remainingMs } })
}
