import { describe, expect, it } from 'vitest'
import { RequestCounts } from './request-counts.ts'

describe('counts of requests', () => {
  it('[X71] begin anew when the window is over, each key and route apart', () => {
    let now = 0
    const counts = new RequestCounts(() => now, 10)
    expect(tellOf(counts, 'a')).toEqual({ current: 1, ttl: 60_000 })
    now = 20_000
    expect(tellOf(counts, 'a')).toEqual({ current: 2, ttl: 40_000 })
    expect(tellOf(counts, 'b')).toEqual({ current: 1, ttl: 60_000 })
    expect(tellOf(counts.child(), 'a')).toEqual({ current: 1, ttl: 60_000 })
    now = 60_000
    expect(tellOf(counts, 'a')).toEqual({ current: 1, ttl: 60_000 })
  })

  it('[X71] forget who asked longest ago when there are too many', () => {
    const counts = new RequestCounts(() => 0, 2)
    for (const key of ['a', 'b', 'a', 'c']) tellOf(counts, key)
    expect(tellOf(counts, 'a')).toMatchObject({ current: 3 })
    expect(tellOf(counts, 'b')).toMatchObject({ current: 1 })
  })
})

function tellOf(counts: RequestCounts, key: string): unknown {
  let told: unknown
  counts.incr(key, (_error, result) => (told = result), 60_000)
  return told
}
