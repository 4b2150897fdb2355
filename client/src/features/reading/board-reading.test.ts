import type { SessionView } from '@stip/api'
import { expect, it } from 'vitest'
import { aStep, aThing } from '../../reading/test/a-board.ts'
import { readingOf } from './board-reading.ts'

it('[V6] names the groups of the cards that people put behind a sentence', () => {
  const merging = aStep('samenvoegen', 0, [
    { name: 'visie', title: 'Onze globale visie', kind: 'text', x: 40, y: 190 },
  ])
  const sentence = aThing('text', 60, 250, { words: 'Elke buurt een gezicht.', w: 400 })
  const view = {
    steps: [{ id: 'samenvoegen', zones: merging.zones }],
    position: 0,
    groups: ['A', 'B'].map((letter) => ({ id: `groep-${letter}`, letter })),
    arrangement: ['shape:one', 'shape:other'].map((card) => ({
      id: `l ${sentence.id} ${card}`,
      value: '',
    })),
  } as unknown as SessionView
  const content = {
    records: [...merging.records, sentence],
    groupsOf: (id: string) => ({ 'shape:one': ['groep-B'], 'shape:other': ['groep-A'] })[id] ?? [],
  }
  expect(readingOf(view, { kind: 'vision' }, content)).toMatchObject({
    pages: [{ said: [{ text: 'Elke buurt een gezicht.', letters: ['A', 'B'] }] }],
  })
})
