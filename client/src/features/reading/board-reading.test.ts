import type { SessionView } from '@stip/api'
import { describe, expect, it } from 'vitest'
import { aStep, aThing } from '../../reading/test/a-board.ts'
import { readingOf } from './board-reading.ts'
import { notesAddress } from './vision/where-page.ts'

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

describe('[V13] the way to what became of notes', () => {
  const merging = aStep('samenvoegen', 0, [
    { name: 'visie', title: 'Onze globale visie', kind: 'text', x: 40, y: 190 },
  ])
  const sentence = aThing('text', 60, 250, { words: 'Elke buurt een gezicht.', w: 400 })
  const content = { records: [...merging.records, sentence], groupsOf: () => [] }
  const joinUrl = 'http://192.168.1.20:3000/stip/doe-mee#ABCD1234'
  const aView = (differences: object) =>
    ({
      id: 'avond',
      steps: [{ id: 'samenvoegen', zones: merging.zones }],
      groups: [],
      arrangement: [],
      joinUrl,
      ...differences,
    }) as unknown as SessionView

  const kindsOf = (view: SessionView): readonly unknown[] =>
    readingOf(view, { kind: 'vision' }, content).pages.map((page) => 'kind' in page && page.kind)

  it('[V13] is the last page of a vision of which a version is saved', () => {
    expect(kindsOf(aView({}))).toEqual(['sentences'])
    expect(kindsOf(aView({ versions: [{ id: '1' }] }))).toEqual(['sentences', 'where'])
    expect(kindsOf(aView({ versions: [{ id: '1' }], joinUrl: undefined }))).toEqual(['sentences'])
  })

  it('[V13] leads to the address at which people joined, and to their own screen there', () => {
    expect(notesAddress(aView({}))).toBe(
      'http://192.168.1.20:3000/stip/s/avond/meedoen#mijn-briefjes',
    )
  })
})
