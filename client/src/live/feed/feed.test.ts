import { describe, expect, it, vi } from 'vitest'
import {
  firstWordMs,
  isFinalClose,
  pollEveryMs,
  reconnectDelayMs,
  sayAfterMs,
} from '../reconnect.ts'
import { steadyNow } from '../clock/steady-clock.ts'
import { aCopy, aView, aWorld, gone, problem, settled } from './test/a-feed-world.ts'

describe('a screen that follows a session', () => {
  it('shows the session at once and is live when the socket speaks', async () => {
    const world = aWorld()
    await world.start()
    expect(world.feed.state).toMatchObject({ connection: 'polling', view: { revision: 1 } })
    world.say(aView(2))
    expect(world.feed.state).toMatchObject({ connection: 'live', view: { revision: 2 } })
  })

  it('shows what this device kept without a connection, and keeps nothing of who may not look', async () => {
    const copy = aCopy()
    await aWorld(undefined, copy).start()
    expect(copy.recall()).toMatchObject({ view: { revision: 1 }, offsetMs: 900 })
    const after = aWorld(gone, copy)
    await after.start()
    expect(after.feed.state).toMatchObject({
      connection: 'offline',
      view: { revision: 1 },
      offsetMs: 900,
    })
    await aWorld({ ok: false, status: 403, problem }, copy).start()
    expect(copy.recall()).toBeUndefined()
  })

  it('asks by plain HTTP every two seconds once sockets failed twice', async () => {
    const world = aWorld()
    await world.start()
    await world.drop(1006)
    await world.pass(500)
    await world.drop(1006)
    const asked = world.looks()
    await world.pass(pollEveryMs)
    expect(world.looks()).toBe(asked + 1)
    expect(world.feed.state.connection).toBe('polling')
  })

  it('stops and says why when it may not look', async () => {
    const world = aWorld({ ok: false, status: 403, problem })
    await world.start()
    expect(world.feed.state).toMatchObject({ connection: 'refused', status: 403 })
    expect(world.opens()).toBe(0)
  })

  it('keeps what is on the screen when the network goes', async () => {
    const world = aWorld()
    await world.start()
    world.answer = gone
    await world.drop(1006)
    await world.pass(500)
    expect(world.feed.state).toMatchObject({ connection: 'offline', view: { revision: 1 } })
  })
})

describe('which of two views counts', () => {
  it('is never said by a clock: the clock of the server may go back', async () => {
    const world = aWorld({ ok: true, value: aView(1, 10_000_000) })
    await world.start()
    world.say(aView(2, 4_000))
    expect(world.feed.state.view).toMatchObject({ revision: 2, now: 4_000 })
    world.say(aView(3, 3_000))
    expect(world.feed.state.view).toMatchObject({ revision: 3 })
    world.answer = { ok: true, value: aView(4, 1_000) }
    await world.feed.refresh()
    expect(world.feed.state.view).toMatchObject({ revision: 4, now: 1_000 })
  })

  it('is the newer one when an answer comes late', async () => {
    const world = aWorld()
    await world.start()
    world.say(aView(5))
    const late = world.hold()
    const asking = world.feed.refresh()
    world.say(aView(7))
    late(aView(6, 9_000_000))
    await asking
    expect(world.feed.state.view?.revision).toBe(7)
  })

  it('is the one that a new line brings, also when a backup was put back with lower numbers', async () => {
    const world = aWorld()
    await world.start()
    world.say(aView(500))
    await world.drop(1012)
    world.answer = { ok: true, value: aView(20) }
    await world.pass(500)
    expect(world.feed.state.view?.revision).toBe(20)
    world.say(aView(21))
    world.say(aView(20))
    expect(world.feed.state.view?.revision).toBe(21)
  })
})

describe('a countdown', () => {
  it('knows how far the clock of the server is ahead', async () => {
    const world = aWorld()
    await world.start()
    expect(world.feed.state.offsetMs).toBe(900)
  })

  it('takes off half of the time that the answer took', async () => {
    const world = aWorld()
    const answer = world.hold()
    await world.start()
    await world.pass(1_000)
    answer(aView(1, 5_000))
    await settled()
    // Asked at 100, answered at 1100: the server wrote it at 600.
    expect(world.feed.state.offsetMs).toBe(4_400)
  })

  it('does not jump when the clock of the phone is set right', () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime('2026-03-01T19:00:00Z')
    const before = steadyNow()
    vi.setSystemTime('2026-03-01T19:40:00Z')
    expect(Math.abs(steadyNow() - before)).toBeLessThan(1_000_000)
    vi.setSystemTime('2026-03-01T18:00:00Z')
    expect(steadyNow()).toBeGreaterThanOrEqual(before)
    vi.useRealTimers()
  })
})

describe('a connection that is accepted and never answers', () => {
  it('is given up, and tried anew', async () => {
    const world = aWorld()
    await world.start()
    await world.pass(firstWordMs)
    expect(world.closes()).toBe(1)
    await world.pass(500)
    expect(world.opens()).toBe(2)
  })

  it('is no reason not to ask: while sockets hang, the session comes by plain HTTP', async () => {
    const world = aWorld()
    await world.start()
    await world.pass(firstWordMs + 500 + firstWordMs + pollEveryMs)
    expect(world.opens()).toBe(3)
    world.answer = { ok: true, value: aView(9) }
    await world.pass(pollEveryMs)
    // The third socket hangs still.
    expect(world.opens()).toBe(3)
    expect(world.feed.state).toMatchObject({ connection: 'polling', view: { revision: 9 } })
    world.say(aView(10))
    expect(world.feed.state.connection).toBe('live')
    const asked = world.looks()
    await world.pass(4 * pollEveryMs)
    expect(world.looks()).toBe(asked)
  })

  it('is told after two seconds, above what was known', async () => {
    const copy = aCopy()
    copy.keep(aView(1), 900)
    const world = aWorld(undefined, copy)
    world.hold()
    await world.start()
    await world.pass(sayAfterMs - 1)
    expect(world.feed.state).toMatchObject({ connection: 'connecting', view: undefined })
    await world.pass(1)
    expect(world.feed.state).toMatchObject({ connection: 'offline', view: { revision: 1 } })
  })

  it('says nothing to who is live, or knows nothing yet', async () => {
    const unknowing = aWorld()
    unknowing.hold()
    await unknowing.start()
    await unknowing.pass(sayAfterMs)
    expect(unknowing.feed.state.connection).toBe('connecting')
    const live = aWorld()
    await live.start()
    live.say(aView(2))
    live.hold()
    void live.feed.refresh()
    await live.pass(sayAfterMs)
    expect(live.feed.state.connection).toBe('live')
  })
})

describe('coming back', () => {
  it('waits longer every time, never all at once, never above five seconds', () => {
    expect(reconnectDelayMs(1, () => 0)).toBe(250)
    expect(reconnectDelayMs(1, () => 1)).toBe(500)
    expect(reconnectDelayMs(20, () => 1)).toBe(5000)
  })

  it('knows the codes after which nothing changes by trying', () => {
    expect([4401, 4404, 1006, 1012, 4503].map(isFinalClose)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
