import { describe, expect, it } from 'vitest'
import { aSession, after, circumstances, decided, MINUTE, NOW } from '../test/a-session.ts'
import type { Command } from '../session/abilities.ts'
import type { Session } from '../session/session.ts'
import { spentMs } from './times.ts'

describe('the times of an evening', () => {
  it('[S17] begin when it leaves the waiting room', () => {
    expect(aSession().clock.times.startedAt).toBeUndefined()
    const session = led([0, { type: 'go-to-step', position: 0 }], [12, goTo(1)])
    expect(session.clock.times).toMatchObject({ startedAt: NOW, stepStartedAt: NOW + 12 * MINUTE })
  })

  it('[S17] begin anew after the waiting room', () => {
    const session = led([0, goTo(0)], [1, goTo(-1)], [30, goTo(0)])
    expect(session.clock.times.startedAt).toBe(NOW + 30 * MINUTE)
    expect(spentMs(session, NOW + 31 * MINUTE)).toEqual({ 0: MINUTE })
  })

  it('[S18] add up over visits, and over the evening', () => {
    const session = led([0, goTo(0)], [10, goTo(1)], [14, goTo(0)], [17, goTo(3)])
    expect(spentMs(session, NOW + 20 * MINUTE)).toEqual({
      0: 13 * MINUTE,
      1: 4 * MINUTE,
      3: 3 * MINUTE,
    })
  })

  it('[S18] go on while the clock is held, and stop at the end', () => {
    const held = led([0, goTo(0)], [2, { type: 'pause-clock' }])
    expect(spentMs(held, NOW + 9 * MINUTE)).toEqual({ 0: 9 * MINUTE })
    const ended = led([0, goTo(0)], [8, { type: 'end-session' }])
    expect(spentMs(ended, NOW + 99 * MINUTE)).toEqual({ 0: 8 * MINUTE })
  })
})

describe('coming right back to a step', () => {
  it('[S6] finds its clock as if it was never left', () => {
    const session = led([0, goTo(0)], [4, goTo(1)], [4.5, goTo(0)])
    expect(session.clock.current).toEqual({ kind: 'running', endsAt: NOW + 10 * MINUTE })
  })

  it('[S6] starts afresh after a minute', () => {
    const session = led([0, goTo(0)], [4, goTo(1)], [5, goTo(0)])
    expect(session.clock.current).toEqual({ kind: 'running', endsAt: NOW + 15 * MINUTE })
  })
})

function goTo(position: number): Command {
  return { type: 'go-to-step', position }
}

/** A session that was given commands, each so many minutes after the first. */
function led(...commands: readonly (readonly [minute: number, command: Command])[]): Session {
  return commands.reduce<Session>((session, [minute, command]) => {
    const at = circumstances(session, { now: NOW + minute * MINUTE })
    const outcome = decided(session, command, at)
    if (!outcome.ok) throw new Error(`${command.type} was refused: ${outcome.refusal}`)
    return outcome.value
  }, after(aSession()))
}
