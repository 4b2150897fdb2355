import { describe, expect, it } from 'vitest'
import { Pace } from './pace.ts'

/** As it is after something was said in rooms for a while, so many times a second in each. */
function afterSaying(readers: readonly number[], perSecond: number): { pace: Pace; now: number } {
  const pace = new Pace()
  const rooms = readers.map((count) => ({ count }))
  let now = 1_000
  for (; now < 2_000; now += 1_000 / perSecond) {
    for (const room of rooms) pace.note(room, room.count, now)
  }
  return { pace, now }
}

describe('how fast rooms speak', () => {
  it.each([
    ['a few people', [12], 30, 0],
    ['a full board', [40], 200, 20],
    ['three boards at work', [40, 40, 40], 200, 32],
    ['a hall of which three write', [1000], 30, 96],
    ['many rooms of few', Array.from({ length: 50 }, () => 20), 30, 32],
    ['a group beside a hall', [12, 1000], 30, 32],
  ])('[R3] of %s in ticks of so many ms', (_what, readers, perSecond, tickMs) => {
    const { pace, now } = afterSaying(readers, perSecond)
    expect(pace.tickMs(readers[0] ?? 0, now)).toBe(tickMs)
  })

  it.each([
    ['a full board', [40], 200, 96],
    ['three hundred who point', [300], 300, 300],
    ['a thousand who point', [1000], 1000, 400],
    ['many rooms of few', Array.from({ length: 50 }, () => 20), 30, 96],
  ])('[P2] of %s it shows who points after so many ms', (_what, readers, perSecond, restMs) => {
    const { pace, now } = afterSaying(readers, perSecond)
    // Half a tick less, for beats that come early.
    const [count = 0] = readers
    expect(pace.cursorMs(count, now) + pace.tickMs(count, now) / 2).toBe(restMs)
  })
})
