import { describe, expect, it } from 'vitest'
import { elapsedBy, ServerClock } from './server-clock.ts'

const YEAR = 365 * 24 * 3600 * 1000

describe('the clock of a server', () => {
  it('[W42] tells how far it was set, once, and not that time went by', () => {
    const time = { now: 5000, elapsed: 0 }
    const clock = new ServerClock({ now: () => time.now, elapsed: () => time.elapsed })
    const set: number[] = []
    clock.onSet((ms) => set.push(ms))
    Object.assign(time, { now: 65_000, elapsed: 60_000 })
    clock.check()
    Object.assign(time, { now: 5000, elapsed: 60_500 })
    clock.check()
    clock.check()
    Object.assign(time, { now: 6000, elapsed: 61_500 })
    clock.check()
    expect(set).toEqual([-60_500])
  })

  it('[W42] of which nothing else is known goes back, or ten years ahead, and no time passes', () => {
    const time = { now: 10 * YEAR }
    const elapsed = elapsedBy(() => time.now)
    const passed = [1000, -60_000, 500, 10 * YEAR, -10 * YEAR, 30_000].map((ms) => {
      time.now += ms
      return elapsed()
    })
    expect(passed).toEqual([1000, 1000, 1500, 1500, 1500, 31_500])
  })
})
