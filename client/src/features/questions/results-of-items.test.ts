import { expect, it } from 'vitest'
import { resultsOfItems } from './results-of-items.ts'

it('what the room said last to a thing is found under the name that it has on the vision', () => {
  const first = aQuestion('q1', 'consent', 3)
  const last = aQuestion('q2', 'consent', 5)
  const other = aQuestion('q3', 'recognition', 9)
  const results = resultsOfItems({ questions: [first, last, other] }, 'consent')
  expect(results.get('shape:zin')).toMatchObject({
    question: { id: 'q2' },
    totals: { answered: 5 },
  })
  expect(resultsOfItems({ questions: [aQuestion('q4', 'consent', 0)] }, 'consent').size).toBe(0)
  const hidden = { ...first, totals: undefined }
  expect(resultsOfItems({ questions: [hidden] }, 'consent').size).toBe(0)
})

it('asking once more whether a group said so too does not take away what most people said', () => {
  const first = aQuestion('q1', 'recognition', 39)
  const again = aQuestion('q2', 'recognition', 2)
  const seen = resultsOfItems({ questions: [first, again] }, 'recognition').get('shape:zin')
  expect(seen?.question.id).toBe('q1')
  // Other words are another question.
  const changed = { ...again, items: [{ id: 'shape:zin', text: 'Wij vertrouwen' }] }
  const of = resultsOfItems({ questions: [first, changed] }, 'recognition').get('shape:zin')
  expect(of?.question.id).toBe('q2')
})

function aQuestion(id: string, topic: 'consent' | 'recognition', answered: number) {
  const items = [{ id: 'shape:zin', text: 'Wij laten los' }]
  const totals = {
    answered,
    asked: 9,
    items: [{ id: 'shape:zin', answered, counts: { yes: answered }, said: [] }],
  }
  return { id, topic, kind: 'consent' as const, items, isOpen: false, isRevealed: true, totals }
}
