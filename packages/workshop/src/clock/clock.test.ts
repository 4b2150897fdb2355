import { describe, expect, it } from 'vitest'
import { aSession, after, circumstances, decided, MINUTE, NOW } from '../test/a-session.ts'
import type { Command } from '../session/abilities.ts'
import { remainingMs } from './clock.ts'
import type { StepClock } from './state.ts'

const running = (left: number): StepClock => ({ kind: 'running', endsAt: NOW + left })
const paused = (left: number): StepClock => ({ kind: 'paused', remainingMs: left })
const pause: Command = { type: 'pause-clock' }
const resume: Command = { type: 'resume-clock' }
const add = (minutes: number): Command => ({ type: 'add-minutes', minutes })

describe('adding minutes', () => {
  it.each<[string, StepClock, number, StepClock]>([
    ['gives a running clock more', running(MINUTE), 5, running(6 * MINUTE)],
    ['gives a paused clock more', paused(MINUTE), 1, paused(2 * MINUTE)],
    ['counts from now when the time is up', running(-90 * MINUTE), 5, running(5 * MINUTE)],
    ['takes no more than there is', running(MINUTE), -5, running(0)],
    ['takes no more than there is of a held clock', paused(MINUTE), -5, paused(0)],
  ])('[S9] %s', (_sentence, clock, minutes, expected) => {
    expect(after(aSession({ clock }), add(minutes)).clock.current).toEqual(expected)
  })
})

describe('pausing', () => {
  it('[S10] keeps what is left for when it goes on', () => {
    const held = after(aSession({ clock: running(7 * MINUTE) }), pause)
    expect(held.clock.current).toEqual(paused(7 * MINUTE))
    const later = NOW + 60 * MINUTE
    const resumed = decided(held, resume, circumstances(held, { now: later }))
    expect(resumed).toMatchObject({
      value: { clock: { current: { kind: 'running', endsAt: later + 7 * MINUTE } } },
    })
  })

  it('[S10] keeps none when the time is up', () => {
    const held = after(aSession({ clock: running(-MINUTE) }), pause)
    expect(held.clock.current).toEqual(paused(0))
  })

  it('[S10] changes nothing the second time, and neither does resuming', () => {
    const held = aSession({ clock: paused(1) })
    expect(after(held, pause)).toBe(held)
    const runs = aSession({ clock: running(1) })
    expect(after(runs, resume)).toBe(runs)
  })

  it('[S10] is refused without a clock, as is everything with a clock', () => {
    for (const command of [pause, resume, add(1)]) {
      expect(decided(aSession(), command)).toEqual({ ok: false, refusal: 'no-clock' })
    }
  })
})

it('[S9] never says that less than nothing is left', () => {
  expect(remainingMs(running(-1), NOW)).toBe(0)
})
