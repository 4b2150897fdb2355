import { describe, expect, it } from 'vitest'
import { share, Tally } from './tally.ts'

describe('what one receiver got', () => {
  it('[V1] a newer move stands for all before it', () => {
    const tally = new Tally(2, -1)
    expect(tally.got(0, 3)).toBe(3)
    expect(tally.got(1, 1)).toBe(1)
    expect(tally.got(0, 2)).toBe(0)
    expect(tally.got(0, 5)).toBe(2)
    expect(tally.total).toBe(6)
  })

  it('[V2] its own moves coming back are no delivery', () => {
    const tally = new Tally(2, 1)
    tally.got(1, 9)
    expect(tally.total).toBe(0)
    expect(tally.between(Int32Array.of(0, 0), Int32Array.of(0, 9))).toEqual({
      arrived: 0,
      expected: 0,
    })
  })

  it('[V3] counts what was sent between two moments, and nothing that came later instead', () => {
    const tally = new Tally(3, -1)
    tally.got(0, 50)
    tally.got(1, 12)
    // The third drawer's moves never came, the first one's go on after the end.
    expect(tally.between(Int32Array.of(10, 10, 10), Int32Array.of(20, 20, 20))).toEqual({
      arrived: 10 + 2,
      expected: 30,
    })
  })

  it('a share of nothing is unknown', () => {
    expect(share(99, 100)).toBe(0.99)
    expect(share(0, 0)).toBeUndefined()
  })
})
