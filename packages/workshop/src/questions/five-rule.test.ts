import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fiveRule } from './five-rule.ts'

it.each([
  [{ resident: 12, council: 8 }, ['resident', 'council']],
  [{ resident: 12, council: 8, clerk: 4 }, undefined],
  [{ resident: 12, council: 8, official: 5, clerk: 4 }, ['resident', 'council']],
  [{ resident: 12, council: 8, official: 4, clerk: 4 }, ['resident', 'council']],
  [{ resident: 12, council: 4, official: 4 }, undefined],
  [{ resident: 12 }, undefined],
  [{ resident: 12, council: 0 }, undefined],
  [{}, undefined],
] as const)('[Q3] of %j these are shown apart: %j', (counts, shown) => {
  expect(fiveRule(counts)).toEqual(shown)
})

it('[Q3] nobody can work out fewer than five, and no role is singled out', () => {
  const counts = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat(9))
  fc.assert(
    fc.property(counts, (each) => {
      const shown = fiveRule(each)
      if (shown === undefined) return
      expect(shown.length).toBeGreaterThan(1)
      const hidden = Object.entries(each).filter(([role]) => !shown.includes(role))
      const together = hidden.reduce((sum, [, count]) => sum + count, 0)
      expect(shown.every((role) => (each[role] ?? 0) >= 5)).toBe(true)
      expect(together === 0 || together >= 5).toBe(true)
    }),
  )
})
