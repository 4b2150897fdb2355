import { below, seededRandom } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import { isOrderKey, LONGEST_ORDER_KEY, orderKeyFrom, orderKeysBehind } from './order-key.ts'

describe('[O40] what is an order key', () => {
  it.each([
    'a0',
    'a1',
    'az',
    'a0V',
    'a01',
    'a1001V',
    'b00',
    'b10',
    'bzzV',
    'e00000',
    'Zz',
    'Z0',
    'Yzz',
    'Y00V',
    `G${'0'.repeat(20)}`,
    `y${'1'.repeat(25)}`,
    `B${'z'.repeat(25)}`,
    `a1${'x'.repeat(LONGEST_ORDER_KEY - 2)}`,
  ])('%s', (key) => {
    expect(isOrderKey(key)).toBe(true)
    expect(orderKeyFrom(key)).toBe(key)
  })

  it.each<[unknown]>([
    [''],
    ['a'],
    ['1'],
    ['a10'],
    ['a1V00'],
    ['b1'],
    ['b100'],
    ['Y0'],
    ['a 1'],
    ['a-1'],
    ['a1é'],
    ['a1\n'],
    [`z${'0'.repeat(27)}`],
    [`A${'0'.repeat(26)}`],
    [`A${'1'.repeat(26)}`],
    [`a1${'x'.repeat(LONGEST_ORDER_KEY - 1)}`],
    [`a1${'0'.repeat(LONGEST_ORDER_KEY - 1)}`],
    [null],
    [undefined],
    [7],
    [{}],
    [['a1']],
  ])('not %j: the nearest is taken, and is one', (key) => {
    expect(isOrderKey(key)).toBe(false)
    expect(isOrderKey(orderKeyFrom(key))).toBe(true)
    expect(orderKeyFrom(key)).toBe(orderKeyFrom(key))
  })

  it('what ends in zeros stays between what stood beside it', () => {
    const sorted = ['a1', orderKeyFrom('a10'), 'a11', orderKeyFrom('a1100'), 'a12']
    expect(sorted.toSorted()).toEqual(sorted)
  })
})

describe('[O41] order keys behind one', () => {
  it.each([0, 1, 2, 61, 62, 63, 3843, 3844, 3845, 20_000])('%d of them', (count) => {
    const keys = orderKeysBehind('a1', count)
    expect(keys).toHaveLength(count)
    expect(keys.every(isOrderKey)).toBe(true)
    expect(
      ['a1', ...keys, 'a2'].every((key, place, all) => place === 0 || key > (all[place - 1] ?? '')),
    ).toBe(true)
  })

  it('come before what follows, however close that is', () => {
    const random = seededRandom(4)
    for (let round = 0; round < 2000; round++) {
      const key = aKey(random)
      const [more] = orderKeysBehind(key, 1 + below(random, 3))
      const before =
        below(random, 2) === 0
          ? aKey(random)
          : `${key}${'0'.repeat(below(random, 4))}${more?.slice(-2)}`
      if (!isOrderKey(before) || before <= key) continue
      const keys = [key, ...orderKeysBehind(key, 1 + below(random, 200), before), before]
      expect(keys.every(isOrderKey)).toBe(true)
      expect(keys.every((one, place) => place === 0 || one > (keys[place - 1] ?? ''))).toBe(true)
    }
  })
})

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

function aKey(random: () => number): string {
  const text = `a${Array.from({ length: 1 + below(random, 5) }, () => digits[below(random, 62)]).join('')}`
  return orderKeyFrom(text)
}
