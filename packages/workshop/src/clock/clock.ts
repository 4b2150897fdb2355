import type { StepClock } from './state.ts'

const MINUTE_MS = 60_000

/** The clock of a step that begins now; a step without minutes has none. */
export function freshClock(minutes: number, now: number): StepClock | undefined {
  return minutes > 0 ? { kind: 'running', endsAt: now + minutes * MINUTE_MS } : undefined
}

/** How long a clock still has, in milliseconds; below 0 it is over its time by so much. */
export function timeLeftMs(clock: StepClock, now: number): number {
  return clock.kind === 'running' ? clock.endsAt - now : clock.remainingMs
}

/** The same, never below 0. */
export function remainingMs(clock: StepClock, now: number): number {
  return Math.max(0, timeLeftMs(clock, now))
}

/** Gives more time, or less; never less than none. Time that is up counts as none left. */
export function withMinutes(clock: StepClock, minutes: number, now: number): StepClock {
  const left = Math.max(0, remainingMs(clock, now) + minutes * MINUTE_MS)
  return clock.kind === 'running'
    ? { kind: 'running', endsAt: now + left }
    : { kind: 'paused', remainingMs: left }
}

/** Holds the clock where it is; a clock that is held already stays as it is. */
export function held(clock: StepClock, now: number): StepClock {
  return clock.kind === 'paused' ? clock : { kind: 'paused', remainingMs: remainingMs(clock, now) }
}

/** Lets a held clock run on; a running clock stays as it is. */
export function resumed(clock: StepClock, now: number): StepClock {
  return clock.kind === 'running' ? clock : { kind: 'running', endsAt: now + clock.remainingMs }
}
