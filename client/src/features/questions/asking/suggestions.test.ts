import type { SessionView } from '@stip/api'
import { expect, it } from 'vitest'
import { suggestionsFor } from './suggestions.ts'

const scale = { id: 'shape:step-peiling-s1', kind: 'scale', title: 'Wij laten los', question: '' }

it.each([
  ['poll', [scale], ['ask poll']],
  ['share', [], ['ask-about recognition', 'ask-about recognition']],
  ['merge', [], []],
  ['close', [scale], ['ask heard', 'ask poll']],
  ['brainstorm', [], []],
])('a step of kind %s suggests what there is to ask', (kind, zones, suggested) => {
  const found = suggestionsFor(aView(kind, zones))
  expect(
    found.map(({ command }) => `${command.type} ${'topic' in command ? command.topic : ''}`),
  ).toEqual(suggested)
})

it('asks the statements of the agenda under the names of their zones', () => {
  const [poll] = suggestionsFor(aView('poll', [scale]))
  expect(poll?.command).toMatchObject({
    kind: 'five-points',
    items: [{ id: 'step-peiling-s1', text: 'Wij laten los' }],
  })
})

function aView(kind: string, zones: SessionView['steps'][number]['zones']) {
  const step = { kind, zones } as SessionView['steps'][number]
  const groups = ['A', 'B'].map((letter) => {
    return { id: letter, letter, name: '', boardId: `board-${letter}`, size: 3 }
  })
  return { steps: [step], position: 0, groups, groupsMade: true }
}
