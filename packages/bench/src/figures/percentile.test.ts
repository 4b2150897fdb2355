import { describe, expect, it } from 'vitest'
import { median, percentile } from './percentile.ts'

describe('percentiles', () => {
  it('[V7] are values that were measured, by nearest rank', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect(percentile(values, 0.5)).toBe(50)
    expect(percentile(values, 0.99)).toBe(99)
    expect(percentile(values, 1)).toBe(100)
    expect(percentile([7], 0.01)).toBe(7)
  })

  it('[V7] sort by size and not by spelling', () => {
    expect(percentile([9, 10, 100], 0.6)).toBe(10)
  })

  it('of nothing are unknown', () => {
    expect(percentile([], 0.99)).toBeUndefined()
    expect(median([])).toBeUndefined()
  })

  it('the median of an even number of values lies between the two in the middle', () => {
    expect(median([4, 1, 3])).toBe(3)
    expect(median([4, 1, 3, 2])).toBe(2.5)
  })
})
