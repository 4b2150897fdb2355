import { assert, property, shuffledSubarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoardRecord } from '../record.ts'
import { aStep, aStroke, aText, aZone, inWords } from '../test/outlines.ts'
import { aBinding, aGroup, anArrow, aNote, anImage } from '../test/records.ts'
import { outlineOf } from './outline.ts'

describe('a board in words', () => {
  it('[O1] has a heading for every zone, with all that has words below it', () => {
    const outline = outlineOf([
      ...aStep('open', 0),
      aNote('links', 'Meer groen', { x: 100, y: 500 }),
      aNote('rechts', 'Een bank', { x: 1300, y: 500 }),
    ])
    expect(inWords(outline)).toEqual([
      '1 Openstaan',
      '2 Dit zien we: Meer groen',
      '2 Dit doen we: Een bank',
    ])
  })

  it('[O2] puts zones below the title of their step, and steps in the lane of their group', () => {
    const lane = aZone({
      id: 'lane',
      title: 'De Brug',
      letter: 'A',
      style: 'lane',
      w: 3000,
      h: 4000,
    })
    const outline = outlineOf([lane, ...aStep('een', 0), ...aStep('twee', 1600)])
    expect(inWords(outline)).toEqual([
      '1 De Brug',
      '2 Openstaan',
      '3 Dit zien we',
      '3 Dit doen we',
      '2 Openstaan',
      '3 Dit zien we',
      '3 Dit doen we',
    ])
  })

  it('[O3] counts something to the smallest zone with its middle in it', () => {
    const outline = outlineOf([
      aZone({ id: 'groot', title: 'Groot', w: 2000, h: 2000 }),
      aZone({ id: 'klein', title: 'Klein', x: 500, y: 500, w: 500, h: 500 }),
      aNote('over de rand', 'Net erin', { x: 810, y: 600 }),
      aNote('ernaast', 'Net erbuiten', { x: 910, y: 600 }),
    ])
    expect(inWords(outline)).toEqual(['1 Groot: Net erbuiten', '1 Klein: Net erin'])
  })

  it('[O3] counts what lies beside the zones to the step above it, and else to the rest', () => {
    const outline = outlineOf([
      ...aStep('open', 0),
      aNote('ernaast', 'Naast de vakken', { x: 2500, y: 500 }),
      aNote('erboven', 'Boven alles', { x: 0, y: -900 }),
    ])
    expect(inWords(outline)).toEqual([
      '1 Openstaan: Naast de vakken',
      '2 Dit zien we',
      '2 Dit doen we',
      '1 : Boven alles',
    ])
  })

  it('[O4] reads row by row, and in a row from the left', () => {
    const outline = outlineOf([
      aNote('d', 'vier', { x: 0, y: 400 }),
      aNote('b', 'twee', { x: 300, y: 60 }),
      aNote('a', 'een', { x: 0, y: 80 }),
      aNote('c', 'drie', { x: 600, y: 0 }),
    ])
    expect(outline.sections[0]?.items.map(({ text }) => text)).toEqual([
      'een',
      'twee',
      'drie',
      'vier',
    ])
  })

  it('[O4] reads the same whatever order records come in', () => {
    assert(
      property(shuffledSubarray(manyRecords, { minLength: manyRecords.length }), (shuffled) => {
        expect(outlineOf(shuffled)).toEqual(outlineOf(manyRecords))
      }),
    )
  })

  it('[O5] names key cards, and both ends of every arrow', () => {
    const records = [
      { ...aNote('een', 'Eerst dit', { x: 0 }), meta: { keyCard: true } },
      aNote('twee', 'Dan dat', { x: 400 }),
      anArrow('pijl'),
      aBinding('b', 'start', 'shape:pijl', 'shape:een'),
      aBinding('e', 'end', 'shape:pijl', 'shape:twee'),
    ]
    const [first, second] = outlineOf(records).sections[0]?.items ?? []
    expect(first).toMatchObject({
      isKeyCard: true,
      connections: [{ arrow: 'shape:pijl', direction: 'to', otherText: 'Dan dat' }],
    })
    expect(second).toMatchObject({
      isKeyCard: false,
      connections: [{ other: 'shape:een', direction: 'from' }],
    })
  })

  it('[O6] counts what has no words, and knows which words describe it', () => {
    const picture = anImage('foto', 'asset:foto', { x: 100, y: 600 })
    const words = { ...aText('uitleg', 'Een brug'), meta: { describes: 'shape:open-zien' } }
    const { sections } = outlineOf([
      ...aStep('open', 0),
      aStroke('een', 200, 700),
      aStroke('twee', 300, 700),
      anArrow('los', { x: 300, y: 900 }),
      picture,
      words,
    ])
    const section = sections.find(({ id }) => id === 'shape:open-zien')
    expect(section?.drawing).toEqual({ lines: 2, shapes: 0, arrows: 1 })
    expect(section?.items).toMatchObject([
      { kind: 'text', describes: 'shape:open-zien' },
      { kind: 'image', text: '' },
    ])
  })

  it('[O1] leaves nothing with words out, in groups either', () => {
    const outline = outlineOf([
      aGroup('groep', { x: 500, y: 500 }),
      aNote('erin', 'In een groep', { x: 10, y: 10, parentId: 'shape:groep' }),
    ])
    expect(outline.sections[0]?.items).toMatchObject([{ text: 'In een groep' }])
  })
})

const manyRecords: BoardRecord[] = [
  ...aStep('een', 0),
  ...aStep('twee', 1600),
  ...Array.from({ length: 12 }, (_, number) =>
    aNote(`n${number}`, `Gedachte ${number}`, { x: (number % 5) * 400, y: (number % 4) * 700 }),
  ),
  anArrow('pijl'),
  aBinding('b', 'start', 'shape:pijl', 'shape:n1'),
  aBinding('e', 'end', 'shape:pijl', 'shape:n2'),
]
