import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from './json.ts'
import { sameJson } from './json.ts'

describe('comparing plain data', () => {
  it('finds every copy the same, whatever the order of keys', () => {
    fc.assert(
      fc.property(plainData(), (data) => {
        expect(sameJson(data, withKeysTurnedAround(data))).toBe(true)
      }),
    )
  })

  it('agrees with comparing the text, for two pieces without objects', () => {
    const simple = fc.oneof(fc.integer({ max: 2, min: 0 }), fc.constantFrom('a', '', true, null))
    const lists = fc.oneof(simple, fc.array(simple, { maxLength: 2 }))
    fc.assert(
      fc.property(lists, lists, (one, other) => {
        expect(sameJson(one, other)).toBe(JSON.stringify(one) === JSON.stringify(other))
      }),
    )
  })

  it.each<[Json | undefined, Json | undefined]>([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { b: 1 }],
    [{ a: 1 }, { a: 1, b: 1 }],
    [[], {}],
    [{}, null],
    [['a'], { 0: 'a' }],
    [undefined, null],
    [1, '1'],
    [{}, { toString: 1 }],
  ])('tells %j and %j apart, both ways round', (one, other) => {
    expect(sameJson(one, other)).toBe(false)
    expect(sameJson(other, one)).toBe(false)
  })

  it('finds nothing and nothing the same', () => {
    expect(sameJson(undefined, undefined)).toBe(true)
  })
})

function plainData(): fc.Arbitrary<Json> {
  return fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json)
}

function withKeysTurnedAround(data: Json): Json {
  if (typeof data !== 'object' || data === null) return data
  if (Array.isArray(data)) return data.map(withKeysTurnedAround)
  const entries = Object.entries(data).map(([key, value]) => [key, withKeysTurnedAround(value)])
  return Object.fromEntries(entries.toReversed()) as Json
}
