import type { SessionView } from '@stip/api'
import { describe, expect, it } from 'vitest'
import { actualMinutes, minutesAhead, withStart } from './schedule.ts'

const minute = 60_000

describe('planned against actual time', () => {
  it('is on schedule when the clock ends where the plan does', () => {
    expect(minutesAhead(aView(20 * minute), { 0: 0 }, 12 * minute)).toBe(0)
  })

  it('is behind by the minutes that were added, and ahead when a step was short', () => {
    expect(minutesAhead(aView(25 * minute), { 0: 0 }, 12 * minute)).toBe(-5)
    expect(minutesAhead(aView(16 * minute), { 0: 0 }, 12 * minute)).toBe(4)
  })

  it('falls behind further while time is over', () => {
    expect(minutesAhead(aView(20 * minute), { 0: 0 }, 27 * minute)).toBe(-7)
  })

  it('claims nothing when it did not see the start', () => {
    expect(minutesAhead(aView(20 * minute), { 1: 0 }, 5)).toBeUndefined()
  })

  it('keeps the first start of a step, also after going back', () => {
    expect(withStart({ 0: 5 }, 0, 9)).toEqual({ 0: 5 })
    expect(withStart({ 0: 5 }, 1, 9)).toEqual({ 0: 5, 1: 9 })
    expect(actualMinutes({ 0: 0, 1: 12 * minute }, 0, 1, 99)).toBe(12)
    expect(actualMinutes({ 1: 0 }, 0, 1, 99)).toBeUndefined()
  })
})

/** In the second of two steps of ten minutes, with a running clock. */
function aView(endsAt: number): SessionView {
  return {
    position: 1,
    steps: [{ minutes: 10 }, { minutes: 10 }],
    clock: { kind: 'running', endsAt },
  } as SessionView
}
