import type { SessionView } from '@stip/api'
import { describe, expect, it, vi } from 'vitest'
import type { Answer } from './api.ts'
import { type FeedHandlers, type FeedSocket, SessionFeed } from './feed.ts'
import type { ViewCopy } from './view-copy.ts'
import { isFinalClose, pollEveryMs, reconnectDelayMs } from './reconnect.ts'

describe('a screen that follows a session', () => {
  it('shows the session at once and is live when the socket speaks', async () => {
    const world = aWorld()
    await world.start()
    expect(world.feed.state).toMatchObject({ connection: 'polling', view: { now: 1000 } })
    world.say(aView(2000))
    expect(world.feed.state).toMatchObject({ connection: 'live', view: { now: 2000 } })
  })

  it('does not go back in time when an answer comes late', async () => {
    const world = aWorld()
    await world.start()
    world.say(aView(5000))
    world.say(aView(4000))
    expect(world.feed.state.view?.now).toBe(5000)
  })

  it('shows what this device kept without a connection, and keeps nothing of who may not look', async () => {
    const kept: SessionView[] = []
    const copy = {
      keep: (view: SessionView) => void kept.push(view),
      recall: () => kept.at(-1),
      forget: () => kept.splice(0),
    }
    const before = aWorld(undefined, copy)
    await before.start()
    expect(kept).toHaveLength(1)
    const problem = { code: 'X', message: 'Weg.' }
    const after = aWorld({ ok: false, status: 0, problem }, copy)
    await after.start()
    expect(after.feed.state).toMatchObject({ connection: 'offline', view: { now: 1000 } })
    const refused = aWorld({ ok: false, status: 403, problem }, copy)
    await refused.start()
    expect(kept).toEqual([])
  })

  it('knows how far the clock of the server is ahead', async () => {
    const world = aWorld()
    await world.start()
    expect(world.feed.state.offsetMs).toBe(900)
  })

  it('asks by plain HTTP every two seconds once sockets failed twice', async () => {
    const world = aWorld()
    await world.start()
    await world.drop(1006)
    await world.drop(1006)
    expect(world.waits).toContain(pollEveryMs)
    expect(world.looks()).toBeGreaterThanOrEqual(3)
    expect(world.feed.state.connection).toBe('polling')
  })

  it('leaves a socket that opens and never speaks', async () => {
    const world = aWorld()
    await world.start()
    await world.passTime()
    expect(world.closes()).toBe(1)
    await world.passTime()
    expect(world.opens()).toBe(2)
  })

  it('stops and says why when it may not look', async () => {
    const world = aWorld({ ok: false, status: 403, problem: { code: 'X', message: 'Nee.' } })
    await world.start()
    expect(world.feed.state).toMatchObject({ connection: 'refused', status: 403 })
    expect(world.opens()).toBe(0)
  })

  it('keeps what is on the screen when the network goes', async () => {
    const world = aWorld()
    await world.start()
    world.answer = { ok: false, status: 0, problem: { code: 'X', message: 'Weg.' } }
    await world.drop(1006)
    expect(world.feed.state).toMatchObject({ connection: 'offline', view: { now: 1000 } })
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

function aView(now: number): SessionView {
  return { id: 'avond', now } as SessionView
}

/** A world in the hands of the test: its device clock stands at 100. */
function aWorld(first: Answer<SessionView> = { ok: true, value: aView(1000) }, copy?: ViewCopy) {
  let handlers: FeedHandlers | undefined
  let latest: { ms: number; run: () => void } | undefined
  const waits: number[] = []
  const look = vi.fn<() => Promise<Answer<SessionView>>>(() => Promise.resolve(world.answer))
  const close = vi.fn<() => void>()
  const open = vi.fn<(given: FeedHandlers) => FeedSocket>((given) => {
    handlers = given
    return { close }
  })
  const feed = new SessionFeed({
    ...(copy && { copy }),
    look,
    open,
    wait: (ms, then) => {
      waits.push(ms)
      latest = { ms, run: then }
      return () => {}
    },
    now: () => 100,
    random: () => 0.5,
  })
  const world = {
    feed,
    waits,
    answer: first,
    looks: () => look.mock.calls.length,
    opens: () => open.mock.calls.length,
    closes: () => close.mock.calls.length,
    say: (view: SessionView) => handlers?.onMessage(JSON.stringify({ type: 'session', view })),
    start: async () => {
      feed.start()
      await settled()
    },
    /** Whatever the feed waits for last comes about. */
    passTime: async () => {
      latest?.run()
      await settled()
    },
    /** The socket closes, and the wait that follows is over. */
    drop: async (code: number) => {
      handlers?.onClose(code)
      latest?.run()
      await settled()
    },
  }
  return world
}

/** Lets every promise that is ready run. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve()
}
