import type { SessionView } from '@stip/api'
import { describe, expect, it } from 'vitest'
import { actualMinutes, scheduleOf } from './schedule.ts'

const minute = 60_000

describe('planned against actual time', () => {
  it('is on schedule when the clock ends where the plan does', () => {
    expect(scheduleOf(aView({ endsAt: 20 * minute }), 12 * minute)).toEqual({
      kind: 'minutes',
      ahead: 0,
    })
  })

  it('is behind by the minutes that were added, and ahead when a step was short', () => {
    expect(scheduleOf(aView({ endsAt: 25 * minute }), 12 * minute)).toEqual({
      kind: 'minutes',
      ahead: -5,
    })
    expect(scheduleOf(aView({ endsAt: 16 * minute }), 12 * minute)).toEqual({
      kind: 'minutes',
      ahead: 4,
    })
  })

  it('falls behind further while time is over', () => {
    expect(scheduleOf(aView({ endsAt: 20 * minute }), 27 * minute)).toEqual({
      kind: 'minutes',
      ahead: -7,
    })
  })

  it('says when the evening ends where minutes say nothing: in a rehearsal, or on the next day', () => {
    const view = aView({ endsAt: 13 * minute })
    const rushed = { ...view, steps: [{ minutes: 60 }, { minutes: 10 }, { minutes: 20 }] }
    const isOver = { endsAt: 33 * minute, kind: 'end' }
    expect(scheduleOf(rushed as SessionView, 12 * minute)).toEqual(isOver)
    expect(scheduleOf(view, 90 * minute)).toEqual({ kind: 'end', endsAt: 90 * minute })
  })

  it('claims nothing before the evening began and after it ended', () => {
    expect(scheduleOf(aView({ endsAt: 20 * minute, startedAt: undefined }), 5)).toBeUndefined()
    expect(scheduleOf(aView({ endsAt: 20 * minute, endedAt: 4 }), 5)).toBeUndefined()
  })

  it('tells what a step took, and counts on in the step of now', () => {
    const view = aView({ endsAt: 20 * minute })
    expect(actualMinutes(view, 0, 12 * minute)).toBe(9)
    expect(actualMinutes(view, 1, 12 * minute)).toBe(4)
    expect(actualMinutes(view, 2, 12 * minute)).toBeUndefined()
    expect(actualMinutes(aView({ endsAt: 0, endedAt: 10 * minute }), 1, 99 * minute)).toBe(2)
  })
})

interface Times {
  readonly endsAt: number
  readonly startedAt?: number | undefined
  readonly endedAt?: number | undefined
}

/** In the second of two steps of ten minutes, with a running clock; the first took nine, with a visit of one before. */
function aView({ endsAt, endedAt, ...times }: Times): SessionView {
  return {
    position: 1,
    steps: [{ minutes: 10 }, { minutes: 10 }],
    clock: { kind: 'running', endsAt },
    times: {
      startedAt: 'startedAt' in times ? times.startedAt : 0,
      stepStartedAt: 9 * minute,
      spentMs: { 0: 9 * minute, 1: minute },
    },
    endedAt,
  } as Partial<Record<keyof SessionView, unknown>> as SessionView
}
