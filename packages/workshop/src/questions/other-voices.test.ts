import { describe, expect, it } from 'vitest'
import { otherVoicesOf } from './other-voices.ts'
import type { Question, Said } from './state.ts'

const own = (id: string, text: string, also = 0): Said => ({ id, text, as: 'own', also })

/** A question about statement z that is closed and revealed. */
function asked(said: readonly Said[], differences: Partial<Question> = {}): Question {
  return {
    id: 'q',
    topic: 'consent',
    kind: 'consent',
    items: [{ id: 'z', text: 'Een zin.' }],
    isRevealed: true,
    totals: {
      answered: 9,
      asked: 9,
      items: [{ id: 'z', answered: 9, counts: { yes: 9 }, said }],
    },
    hasBallots: true,
    replies: {},
    ...differences,
  }
}

function told(...all: readonly Question[]) {
  return otherVoicesOf({ all, shown: undefined })
}

describe('[Q12] other voices', () => {
  it('stand beside their statement, those with most others behind them first', () => {
    const reason: Said = { id: 'c', text: 'Te vaag', as: 'no-because', also: 9 }
    const voices = told(asked([own('a', 'Niet hier'), own('b', 'Eerst de bus', 3), reason]))
    expect(voices).toEqual([
      {
        statement: 'z',
        said: [
          { id: 'b', text: 'Eerst de bus', also: 3 },
          { id: 'a', text: 'Niet hier', also: 0 },
        ],
      },
    ])
  })

  it('are told of no question that is open, or of which the answers are hidden', () => {
    const { totals: _totals, ...open } = asked([own('a', 'Niet hier')])
    expect(told(open)).toEqual([])
    expect(told(asked([own('a', 'Niet hier')], { isRevealed: false }))).toEqual([])
    expect(told(asked([own('a', 'Niet hier')], { topic: 'critique' }))).toEqual([])
  })

  it('are those of the last time: once asked anew, what was said before is about another sentence', () => {
    expect(told(asked([own('a', 'Niet hier')]), asked([own('b', 'Wel hier')]))).toMatchObject([
      { said: [{ text: 'Wel hier' }] },
    ])
    expect(told(asked([own('a', 'Niet hier')]), asked([]))).toEqual([])
    const hidden = asked([own('b', 'Wel hier')], { isRevealed: false })
    expect(told(asked([own('a', 'Niet hier')]), hidden)).toEqual([])
  })
})
