import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { shared } from './shared.ts'

it('is what is new, whatever was there before', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(shared(before, after)).toEqual(after)
    }),
    {
      examples: [
        [[], {}],
        [{}, []],
        [['a'], { 0: 'a' }],
      ],
    },
  )
})

it('is what was there before when nothing differs', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const before = JSON.parse(JSON.stringify(value)) as unknown
      const after = JSON.parse(JSON.stringify(value)) as unknown
      expect(Object.is(shared(before, after), before)).toBe(
        typeof before === 'object' || before === after,
      )
    }),
  )
})

it('keeps what did not change beside what did', () => {
  const before = {
    clock: { endsAt: 1 },
    steps: [
      { id: 'a', zones: [] },
      { id: 'b', zones: [1] },
    ],
  }
  const next = shared(before, {
    clock: { endsAt: 2 },
    steps: [
      { id: 'a', zones: [] },
      { id: 'b', zones: [1] },
    ],
  })
  expect(next.steps).toBe(before.steps)
  const further = shared(next, {
    ...next,
    steps: [
      { id: 'a', zones: [2] },
      { id: 'b', zones: [1] },
    ],
  })
  expect(further.clock).toBe(next.clock)
  expect(further.steps[1]).toBe(before.steps[1])
  expect(further.steps[0]).toEqual({ id: 'a', zones: [2] })
})

it('knows things in lists by their ids, wherever they stand', () => {
  const before = ['anna', 'bram', 'cato'].map((id) => ({ id, at: { x: 1 } }))
  const after = ['cato', 'dirk', 'anna'].map((id) => ({ id, at: { x: 1 } }))
  const next = shared(before, after)
  expect(next.map(({ id }) => id)).toEqual(['cato', 'dirk', 'anna'])
  expect(next[0]).toBe(before[2])
  expect(next[2]).toBe(before[0])
  expect(shared(next, [...next])).toBe(next)
})
