import type { SessionView } from '@stip/api'

/** The clock of a step, as the server tells it. */
export type StepClock = NonNullable<SessionView['clock']>

/**
 * How long a step still takes, in milliseconds; negative when its time is over.
 *
 * @param now - The server's time, milliseconds since 1970.
 */
export function remainingMs(clock: StepClock, now: number): number {
  return clock.kind === 'paused' ? clock.remainingMs : clock.endsAt - now
}

/** Time left as on a kitchen timer: '12:40', '0:05', '-1:30' when time is over. */
export function countdownText(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  const whole = Math.abs(seconds)
  const sign = seconds < 0 ? '-' : ''
  return `${sign}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** Time of day as people say it: '19:42'. */
export function timeOfDay(ms: number): string {
  const date = new Date(ms)
  return `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`
}
