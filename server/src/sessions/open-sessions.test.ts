import { createSession } from '@stip/workshop'
import type { Session } from '@stip/workshop'
import { agendaOf } from '@stip/formats'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { eventually } from '../test/eventually.ts'
import { MemorySessionLog } from '../test/memory-session-log.ts'
import { SessionDesk } from './session-desk.ts'

const MINUTE_MS = 60_000

describe('sessions that are open', () => {
  let log: MemorySessionLog
  let elapsed = 0
  let desk: SessionDesk
  beforeEach(async () => {
    elapsed = 0
    log = new MemorySessionLog()
    await log.create(aSession(), [])
    desk = aDesk()
  })

  function aDesk(): SessionDesk {
    const made = new SessionDesk({
      log,
      now: () => elapsed,
      elapsed: () => elapsed,
      random: () => 0,
      newId: () => 'new',
    })
    onTestFinished(() => made.settled())
    return made
  }

  /** Lets time go by, and has it looked for what nobody uses. */
  function pass(minutes: number): void {
    elapsed += minutes * MINUTE_MS
    desk.forgetIdle()
  }

  it('[SL7] are read once for all who want them, and only then', async () => {
    const read = vi.spyOn(log, 'read')
    expect(desk.find('avond')).toBeUndefined()
    expect(desk.findOfBoard('avond-plenary')).toBeUndefined()
    expect(await desk.sessionOfBoard('avond-plenary')).toBe('avond')
    expect(read).not.toHaveBeenCalled()
    const [one, other] = await Promise.all([
      desk.open('avond'),
      desk.openOfBoard('avond-plenary'),
      desk.open('avond'),
    ])
    expect(other).toBe(one)
    expect(read).toHaveBeenCalledOnce()
    expect(desk.find('avond')).toBe(one)
    expect(desk.findOfBoard('avond-plenary')).toBe(one)
    expect(await desk.open('nothing')).toBeUndefined()
  })

  it('[SL7] leave memory when nobody used them, and come back as they were', async () => {
    const forgotten = vi.fn<(session: Session) => void>()
    desk.onForget(forgotten)
    await step(desk, 0)
    const before = desk.find('avond')
    pass(4)
    await desk.open('avond')
    pass(4)
    expect(desk.find('avond')).toBe(before)
    pass(2)
    expect(desk.find('avond')).toBeUndefined()
    expect(desk.findOfBoard('avond-plenary')).toBeUndefined()
    expect(forgotten).toHaveBeenCalledExactlyOnceWith(before)
    expect(desk.isAnyRunning()).toBe(true)
    expect(await desk.open('avond')).toEqual(before)
    await step(desk, 1)
    expect(desk.find('avond')?.steps.position).toBe(1)
  })

  it('[SL7] stay while somebody uses them, or waits for a turn', async () => {
    let isUsed = true
    desk.keepWhile(({ id }) => isUsed && id === 'avond')
    await desk.open('avond')
    pass(60)
    expect(desk.find('avond')).toBeDefined()
    isUsed = false
    const { promise, resolve } = Promise.withResolvers<void>()
    const turn = desk.inTurn('avond', () => promise)
    pass(60)
    expect(desk.find('avond')).toBeDefined()
    resolve()
    await turn
    await eventually(() => {
      pass(60)
      expect(desk.find('avond')).toBeUndefined()
    })
  })

  it('[W42] move along with a clock that is set twice in a moment', async () => {
    await step(desk, 0)
    const endsAt = (): unknown => desk.find('avond')?.clock.current
    const before = endsAt()
    const move = (ms: number): Promise<void> =>
      desk.whenFree('avond', async () => {
        const session = await desk.open('avond')
        if (session === undefined) throw new Error('It is there.')
        await desk.commit(desk.note(session, { type: 'note-clock-set', before: elapsed, ms }))
      })
    await Promise.all([move(60_000), move(-20_000), move(-40_000)])
    expect(endsAt()).toEqual(before)
  })

  it('[SL8] are read again when nobody knows whether something was stored', async () => {
    const told = vi.fn<(types: readonly string[]) => void>()
    desk.onChange(({ events, before, session }) => {
      told([before, session].map(({ steps }) => String(steps.position)))
      told(events.map(({ type }) => type))
    })
    await desk.open('avond')
    const append = log.append.bind(log)
    // It is stored, and the answer goes missing.
    vi.spyOn(log, 'append').mockImplementationOnce(async (decision, also) => {
      await append(decision, also)
      throw new Error('The thread of the log is gone.')
    })
    await expect(step(desk, 0)).rejects.toThrow('gone')
    expect(told).not.toHaveBeenCalled()
    await step(desk, 1)
    expect(told.mock.calls.map(([each]) => each)).toEqual([
      ['-1', '0'],
      ['went-to-step'],
      ['0', '1'],
      ['went-to-step'],
    ])
    expect(await log.read('avond')).toEqual(desk.find('avond'))
  })
})

function step(desk: SessionDesk, position: number): Promise<void> {
  return desk.inTurn('avond', async () => {
    const session = desk.find('avond')
    if (session === undefined) throw new Error('In its turn it is open.')
    const given = { actor: 'facilitator', command: { type: 'go-to-step', position } } as const
    const decided = desk.decide(session, given)
    if (!decided.ok) throw new Error(decided.refusal)
    await desk.commit(decided.value)
  })
}

function aSession(): Session {
  const agenda = agendaOf('proefrondje')
  if (agenda === undefined) throw new Error('This format is part of Stip.')
  const boards = [{ id: 'avond-plenary', kind: 'plenary', groupId: undefined } as const]
  return createSession({ id: 'avond', title: 'Visie', agenda, groups: [], boards, now: 1 })
}
