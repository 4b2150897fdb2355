import { assert, integer, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aSession, after, MINUTE, NOW } from '../test/a-session.ts'
import { remainingMs } from './clock.ts'
import { takesOnlyNotes } from '../board-rules/state.ts'
import type { Session } from '../session/session.ts'
import { spentMs } from './times.ts'

describe('a clock of the server that is set', () => {
  it('[S21] leaves every step the time that it had, and the time spent in it', () => {
    assert(
      property(integer({ min: -4e11, max: 4e11 }), nat(20 * MINUTE), (ms, later) => {
        const session = after(aSession(), { type: 'go-to-step', position: 1 })
        const now = NOW + later
        const moved = withClockSet(session, now, ms)
        expect(leftOf(moved, now + ms)).toBe(leftOf(session, now))
        expect(spentMs(moved, now + ms)).toEqual(spentMs(session, now))
        expect(moved.revision).toBe(session.revision + (ms === 0 ? 0 : 1))
      }),
    )
  })

  it('[S21] leaves a held clock, an evening that ended, and one of another day as they are', () => {
    const begun = after(aSession(), { type: 'go-to-step', position: 1 })
    const held = after(begun, { type: 'pause-clock' })
    expect(withClockSet(held, NOW, MINUTE).clock.current).toEqual(held.clock.current)
    const ended = after(begun, { type: 'end-session' })
    expect(withClockSet(ended, NOW, MINUTE)).toBe(ended)
    const nextWeek = NOW + 7 * 24 * 60 * MINUTE
    expect(withClockSet(begun, nextWeek, -MINUTE)).toBe(begun)
    expect(withClockSet(aSession(), NOW, MINUTE)).toEqual(aSession())
  })

  it('[S20] [S21] does not put off that boards take only notes', () => {
    const asked = after(aSession(), { type: 'only-notes', on: true })
    expect(takesOnlyNotes(asked, NOW + 6000)).toBe(true)
    expect(takesOnlyNotes(asked, NOW - 10 * MINUTE)).toBe(true)
    const moved = withClockSet(asked, NOW + 1000, -MINUTE)
    expect(takesOnlyNotes(moved, NOW + 1000 - MINUTE)).toBe(false)
    expect(takesOnlyNotes(moved, NOW + 6000 - MINUTE)).toBe(true)
  })
})

/** The session after the clock of the server was set ahead, just after it said `before`. */
function withClockSet(session: Session, before: number, ms: number): Session {
  return after(session, { type: 'note-clock-set', before, ms })
}

function leftOf({ clock }: Session, now: number): number | undefined {
  return clock.current && remainingMs(clock.current, now)
}
