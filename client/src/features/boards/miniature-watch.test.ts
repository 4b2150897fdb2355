import type { MiniaturesAnswer } from '@stip/api'
import type { Miniature } from '@stip/documents/overview'
import { describe, expect, it } from 'vitest'
import type { MiniatureState } from './miniature-state.ts'
import { MiniatureWatch } from './miniature-watch.ts'

const problem = { type: 'about:blank', title: '', status: 0, message: '' } as never
const lost = { ok: false, status: 0, problem } as const

/** A server with boards, and a page that follows them. */
function aConsole() {
  const changed = new Map<string, number>()
  const fetched: string[] = []
  const kept = new Map<string, MiniatureState>()
  const timers = new Set<() => void>()
  const world = { now: 0, isSeen: true, isReached: true, number: 0 }
  const watch = new MiniatureWatch({
    ask: async (since) => {
      if (!world.isReached) return lost
      const from = since === undefined ? -1 : Number(since)
      const boards = [...changed].flatMap(([boardId, at]) =>
        at > from ? [{ boardId, quietMs: 500 }] : [],
      )
      const value: MiniaturesAnswer = { now: String(world.number), boards }
      return { ok: true, value }
    },
    fetch: async (boardId) => {
      if (!world.isReached) return lost
      fetched.push(boardId)
      const value: Miniature = { shapes: [], zones: [], keyCards: world.number }
      return { ok: true, value }
    },
    wait: (_, then) => {
      timers.add(then)
      return () => timers.delete(then)
    },
    now: () => world.now,
    isSeen: () => world.isSeen,
    keep: (boardId, state) => kept.set(boardId, state),
    recall: (boardId) => kept.get(boardId),
  })
  const change = (boardId: string) => changed.set(boardId, ++world.number)
  /** Lets a second go by, and what follows from it. */
  const second = async () => {
    const due = [...timers]
    timers.clear()
    for (const then of due) then()
    for (let turn = 0; turn < 20; turn++) {
      // oxlint-disable-next-line no-await-in-loop
      await Promise.resolve()
    }
  }
  return { watch, world, change, second, fetched, kept, timers }
}

const hear = () => undefined

describe('boards from far on a console', () => {
  it('[MV1] fetches what changed and is in sight, and nothing else', async () => {
    const { watch, world, change, second, fetched } = aConsole()
    change('a')
    change('b')
    watch.follow('a', hear)
    await second()
    expect(fetched).toEqual(['a'])
    expect(watch.stateOf('a')).toMatchObject({ isLoaded: true, keyCards: 2, changedAt: -500 })
    await second()
    expect(fetched).toEqual(['a'])
    world.now = 9000
    change('a')
    await second()
    expect(fetched).toEqual(['a', 'a'])
    expect(watch.stateOf('a')).toMatchObject({ keyCards: 3, changedAt: 8500 })
    const leave = watch.follow('b', hear)
    await second()
    expect(fetched).toEqual(['a', 'a', 'b'])
    leave()
    change('b')
    await second()
    expect(fetched).toEqual(['a', 'a', 'b'])
  })

  it('keeps what was shown while nobody answers, and goes on after that', async () => {
    const { watch, world, change, second, fetched } = aConsole()
    change('a')
    watch.follow('a', hear)
    await second()
    world.isReached = false
    change('a')
    await second()
    await second()
    expect(watch.stateOf('a')).toMatchObject({ isLoaded: true, keyCards: 1 })
    world.isReached = true
    await second()
    expect(fetched).toEqual(['a', 'a'])
    expect(watch.stateOf('a').keyCards).toBe(2)
  })

  it('asks nothing while nobody looks, or nothing is followed', async () => {
    const { watch, world, change, second, fetched, timers } = aConsole()
    change('a')
    world.isSeen = false
    const leave = watch.follow('a', hear)
    await second()
    expect(fetched).toEqual([])
    world.isSeen = true
    await second()
    expect(fetched).toEqual(['a'])
    leave()
    expect(timers.size).toBe(0)
  })

  it('shows what it looked like when the page was left', async () => {
    const { watch, kept, change, second } = aConsole()
    const state = { shapes: [], zones: [], keyCards: 4, changedAt: 3, isLoaded: true }
    kept.set('b', state)
    expect(watch.stateOf('b')).toEqual(state)
    change('a')
    watch.follow('a', hear)
    watch.stateOf('c')
    await second()
    watch.keep()
    expect([...kept.keys()].toSorted()).toEqual(['a', 'b'])
    expect(kept.get('a')).toEqual(watch.stateOf('a'))
  })
})
