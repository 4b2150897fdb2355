import { describe, expect, it } from 'vitest'
import { fittingAnswers, itemsFor } from './ballot.ts'
import type { SentAnswer } from './ballot.ts'
import type { AskedQuestion, QuestionKind } from './state.ts'

describe('[Q6] a ballot', () => {
  it.each<[string, QuestionKind, SentAnswer[], object]>([
    ['yes', 'yes-bit-no', [{ item: 'a', value: 'yes' }], { value: 'yes' }],
    ['a number', 'five-points', [{ item: 'a', value: '4' }], { value: '4' }],
    ['weet ik niet', 'five-points', [{ item: 'a', value: 'unknown' }], { value: 'unknown' }],
    [
      'ja, maar',
      'consent',
      [{ item: 'a', value: 'yes-but', reason: ' Te \n snel' }],
      { reason: 'Te snel' },
    ],
    ['dots', 'dots', [{ item: 'a', value: 3 }], { dots: 3 }],
    ['words', 'words', [{ item: 'a', reason: 'Korter' }], { reason: 'Korter' }],
    [
      'an own sentence',
      'consent',
      [{ item: 'a', value: 'no-because', reason: 'Nee', own: ['Wij ook', ' Wij ook'] }],
      { own: ['Wij ook'] },
    ],
  ])('takes %s', (_what, kind, answers, fitting) => {
    const taken = fittingAnswers(about(kind), 'A', { answers })
    expect(taken).toMatchObject({ ok: true, value: [{ item: 'a', ...fitting }] })
  })

  it.each<[string, QuestionKind, SentAnswer[], string]>([
    ['an unknown item', 'yes-bit-no', [{ item: 'z', value: 'yes' }], 'no-such-item'],
    [
      'an item twice',
      'yes-bit-no',
      [
        { item: 'a', value: 'yes' },
        { item: 'a', value: 'no' },
      ],
      'no-such-item',
    ],
    ['what the own group said', 'yes-bit-no', [{ item: 'of-a', value: 'yes' }], 'no-such-item'],
    ['another value', 'yes-bit-no', [{ item: 'a', value: 'maybe' }], 'no-such-answer'],
    ['a name of every object', 'yes-bit-no', [{ item: 'a', value: 'toString' }], 'no-such-answer'],
    ['no value', 'five-points', [{ item: 'a' }], 'no-such-answer'],
    ['a number for a word', 'five-points', [{ item: 'a', value: 4 }], 'no-such-answer'],
    [
      'a value with words',
      'words',
      [{ item: 'a', value: 'yes', reason: 'Korter' }],
      'no-such-answer',
    ],
    [
      'ja, maar without a reason',
      'consent',
      [{ item: 'a', value: 'yes-but', reason: ' ' }],
      'text-missing',
    ],
    ['nee, want without a reason', 'consent', [{ item: 'a', value: 'no-because' }], 'text-missing'],
    [
      'too long a reason',
      'consent',
      [{ item: 'a', value: 'yes-but', reason: 'a'.repeat(281) }],
      'text-too-long',
    ],
    [
      'too many dots',
      'dots',
      [
        { item: 'a', value: 2 },
        { item: 'of-b', value: 2 },
      ],
      'too-many-dots',
    ],
    ['half a dot', 'dots', [{ item: 'a', value: 0.5 }], 'no-such-answer'],
    ['dots that are taken off', 'dots', [{ item: 'a', value: -1 }], 'no-such-answer'],
    [
      'four own sentences',
      'consent',
      [{ item: 'a', value: 'no-because', reason: 'Nee', own: ['1', '2', '3', '4'] }],
      'no-such-answer',
    ],
    [
      'too long an own sentence',
      'consent',
      [{ item: 'a', value: 'no-because', reason: 'Nee', own: ['a'.repeat(281)] }],
      'text-too-long',
    ],
  ])('refuses %s', (_what, kind, answers, refusal) => {
    expect(fittingAnswers(about(kind), 'A', { answers })).toEqual({ ok: false, refusal })
  })

  it('leaves out what says nothing, and own sentences of who can live with it', () => {
    const none = [
      { item: 'a', value: 0 },
      { item: 'of-b', value: 1 },
    ]
    expect(fittingAnswers(about('dots'), 'A', { answers: none })).toMatchObject({
      value: [{ item: 'of-b' }],
    })
    expect(fittingAnswers(about('words'), 'A', { answers: [{ item: 'a', reason: ' ' }] })).toEqual({
      ok: true,
      value: [],
    })
    const lives = [{ item: 'a', value: 'yes', reason: 'Ja', own: ['Wij ook'] }]
    expect(fittingAnswers(about('consent'), 'A', { answers: lives })).toEqual({
      ok: true,
      value: [{ item: 'a', value: 'yes', own: [] }],
    })
  })

  it('a group is not asked about what it said itself; who has no group is asked all', () => {
    const question = about('yes-bit-no')
    expect(itemsFor(question, 'A').map(({ id }) => id)).toEqual(['a', 'of-b'])
    expect(itemsFor(question, undefined)).toHaveLength(3)
  })
})

function about(kind: QuestionKind): AskedQuestion {
  return {
    id: 'q',
    topic: 'poll',
    kind,
    items: [
      { id: 'a', text: 'A' },
      { id: 'of-a', text: 'Van A', notFor: 'A' },
      { id: 'of-b', text: 'Van B', notFor: 'B' },
    ],
    ...(kind === 'dots' && { dots: 3 }),
  }
}
