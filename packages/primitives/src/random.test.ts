import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { below, seededRandom, shuffled } from './random.ts'

it('repeats itself under the same seed, and differs under another', () => {
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
})

it('stays from 0 up to, not including, 1', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = seededRandom(seed)
      const drawn = Array.from({ length: 50 }, random)
      expect(drawn.every((number) => number >= 0 && number < 1)).toBe(true)
    }),
  )
})

it('draws every whole number below a limit, and no other', () => {
  const random = seededRandom(3)
  const drawn = new Set(Array.from({ length: 200 }, () => below(random, 6)))
  expect(inOrder([...drawn])).toEqual([0, 1, 2, 3, 4, 5])
})

it('shuffles into the same cards in another order, and leaves the given list alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (cards, seed) => {
      const before = [...cards]
      const deck = shuffled(cards, seededRandom(seed))
      expect(inOrder(deck)).toEqual(inOrder(cards))
      expect(cards).toEqual(before)
    }),
  )
  expect(shuffled([1, 2, 3, 4, 5, 6, 7, 8], seededRandom(1))).not.toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

it('gives every card the same chance of every place', () => {
  const random = seededRandom(5)
  const places = [0, 0, 0, 0]
  for (let deal = 0; deal < 4000; deal++) {
    const place = shuffled(['king', 'queen', 'jack', 'ten'], random).indexOf('king')
    places[place] = (places[place] ?? 0) + 1
  }
  expect(places.filter((times) => times < 900 || times > 1100)).toEqual([])
})

/** Twenty numbers under one seed. */
function draw(seed: number): number[] {
  return Array.from({ length: 20 }, seededRandom(seed))
}

function inOrder(numbers: readonly number[]): number[] {
  return numbers.toSorted((one, other) => one - other)
}
