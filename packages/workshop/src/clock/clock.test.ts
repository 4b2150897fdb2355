import { describe, expect, it } from 'vitest'
import { aSession, MINUTE, NOW } from '../test/a-session.ts'
import { addMinutes, pauseClock, remainingMs, resumeClock } from './clock.ts'
import type { StepClock } from '../session/session.ts'

const running = (left: number): StepClock => ({ kind: 'running', endsAt: NOW + left })
const paused = (left: number): StepClock => ({ kind: 'paused', remainingMs: left })

describe('adding minutes', () => {
  it.each<[string, StepClock, number, StepClock]>([
    ['gives a running clock more', running(MINUTE), 5, running(6 * MINUTE)],
    ['gives a paused clock more', paused(MINUTE), 1, paused(2 * MINUTE)],
    ['counts from now when the time is up', running(-90 * MINUTE), 5, running(5 * MINUTE)],
    ['takes no more than there is', running(MINUTE), -5, running(0)],
    ['takes no more than there is of a held clock', paused(MINUTE), -5, paused(0)],
  ])('[S9] %s', (_sentence, clock, minutes, expected) => {
    const outcome = addMinutes(aSession({ clock }), minutes, NOW)
    expect(outcome).toMatchObject({ ok: true, value: { clock: expected } })
  })
})

describe('pausing', () => {
  it('[S10] keeps what is left for when it goes on', () => {
    const held = pauseClock(aSession({ clock: running(7 * MINUTE) }), NOW)
    expect(held).toMatchObject({ value: { clock: paused(7 * MINUTE) } })
    const later = NOW + 60 * MINUTE
    const resumed = held.ok && resumeClock(held.value, later)
    expect(resumed).toMatchObject({
      value: { clock: { kind: 'running', endsAt: later + 7 * MINUTE } },
    })
  })

  it('[S10] keeps none when the time is up', () => {
    expect(pauseClock(aSession({ clock: running(-MINUTE) }), NOW)).toMatchObject({
      value: { clock: paused(0) },
    })
  })

  it('[S10] changes nothing the second time, and neither does resuming', () => {
    const held = aSession({ clock: paused(1) })
    expect(pauseClock(held, NOW)).toEqual({ ok: true, value: held })
    const runs = aSession({ clock: running(1) })
    expect(resumeClock(runs, NOW)).toEqual({ ok: true, value: runs })
  })

  it('[S10] is refused without a clock, as is everything with a clock', () => {
    const refused = { ok: false, refusal: 'no-clock' }
    expect(pauseClock(aSession(), NOW)).toEqual(refused)
    expect(resumeClock(aSession(), NOW)).toEqual(refused)
    expect(addMinutes(aSession(), 1, NOW)).toEqual(refused)
  })
})

it('[S9] never says that less than nothing is left', () => {
  expect(remainingMs(running(-1), NOW)).toBe(0)
})
