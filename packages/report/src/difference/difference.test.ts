import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aStatement, sterrenveld, sterrenveldWith } from '../test/sterrenveld.ts'
import { differenceOf } from './difference.ts'
import { wordDifference } from './words.ts'

describe('the difference between two versions', () => {
  it('[R7] is nothing between a version and itself', () => {
    const content = sterrenveld()
    const nothing = { statements: [], same: content.statements.length }
    expect(differenceOf(content, content)).toEqual(nothing)
  })

  it('[R7] tells what came, what went, and what changed and how', () => {
    const [one, other] = [
      { cardId: 'een', text: 'Een vast gezicht', group: null },
      { cardId: 'ander', text: 'Iemand die blijft', group: null },
    ]
    const before = sterrenveldWith([
      aStatement({ id: 'gone' }),
      aStatement({ id: 'same' }),
      aStatement({ id: 'kept', text: 'Wij staan open.', sources: [one] }),
    ])
    const after = sterrenveldWith([
      aStatement({
        id: 'kept',
        text: 'Wij staan wijd open.',
        list: 'difference',
        sources: [other],
      }),
      aStatement({ id: 'new' }),
      aStatement({ id: 'same', otherVoices: [{ text: 'Nee', meToo: 3 }] }),
    ])
    expect(differenceOf(before, after)).toEqual({
      same: 1,
      statements: [
        {
          kind: 'changed',
          statement: after.statements[0],
          from: 'shared',
          words: [
            { kind: 'kept', text: 'Wij staan ' },
            { kind: 'added', text: 'wijd ' },
            { kind: 'kept', text: 'open.' },
          ],
          sourcesAdded: [other],
          sourcesRemoved: [one],
        },
        { kind: 'added', statement: after.statements[1] },
        { kind: 'removed', statement: before.statements[0] },
      ],
    })
  })

  it('[R7] mirrors: what came one way, goes the other way', () => {
    const statements = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        text: fc.constantFrom('x', 'x y', 'z'),
      }),
      { selector: ({ id }) => id },
    )
    fc.assert(
      fc.property(statements, statements, (some, others) => {
        const [before, after] = [some, others].map((given) =>
          sterrenveldWith(given.map((each) => aStatement(each))),
        )
        if (!before || !after) return
        const [there, back] = [differenceOf(before, after), differenceOf(after, before)]
        const count = (kind: string, { statements: all }: typeof there): number =>
          all.filter((each) => each.kind === kind).length
        expect(count('added', there)).toBe(count('removed', back))
        expect(count('changed', there)).toBe(count('changed', back))
        expect(there.same).toBe(back.same)
      }),
    )
  })
})

describe('the difference between two texts', () => {
  const words = fc
    .array(
      fc.constantFrom('wij', 'staan', 'open', ' ', '  ', '.', ',', 'één', '😀', '\n', 'dorp’s'),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join(''))

  it('[R8] gives both texts back, letter for letter', () => {
    fc.assert(
      fc.property(fc.oneof(words, fc.string()), fc.oneof(words, fc.string()), (before, after) => {
        const parts = wordDifference(before, after)
        const without = (left: string): string =>
          parts
            .filter(({ kind }) => kind !== left)
            .map(({ text }) => text)
            .join('')
        expect(without('added')).toBe(before)
        expect(without('removed')).toBe(after)
        expect(
          parts.every(
            ({ text }, place) => text !== '' && parts[place + 1]?.kind !== parts[place]?.kind,
          ),
        ).toBe(true)
      }),
    )
  })

  it('[R8] keeps what is the same, and all of it between equal texts', () => {
    expect(wordDifference('Wij staan open.', 'Wij staan open.')).toEqual([
      { kind: 'kept', text: 'Wij staan open.' },
    ])
    expect(wordDifference('', '')).toEqual([])
    expect(wordDifference('straffen niet af', 'staan erachter')).toContainEqual({
      kind: 'kept',
      text: ' ',
    })
  })

  it('[R8] compares as a whole what would take too long word by word', () => {
    const [before, after] = ['a '.repeat(3000), 'b '.repeat(3000)]
    expect(wordDifference(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})
