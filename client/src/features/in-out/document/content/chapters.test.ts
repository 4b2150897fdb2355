import { zoneRecord } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import { describe, expect, it } from 'vitest'
import { aThing } from '../../../../reading/test/a-board.ts'
import { chaptersOf } from './chapters.ts'
import type { BoardForPaper } from './content.ts'

const look = { question: '', color: 'white', index: 'Y00', letter: '' } as const

describe('[I71] boards as chapters', () => {
  it('[I71] are the vision, then groups by their letters, then what is of everybody', () => {
    const note = aThing('note', 60, 250, { words: 'Briefje' })
    const sentence = aThing('text', 60, 250, { words: 'Samen beslissen we.', w: 400 })
    const mine = aThing('note', 60, 700, { words: 'Los' })
    const chapters = chaptersOf([
      aBoard('De Haven', 'B', [note]),
      aBoard('Samen', '', [note]),
      aBoard('De Brug', 'A', [note]),
      aBoard('Leeg', 'C', []),
      {
        ...aBoard('Visie', '', [aZone('visie', 'Onze globale visie', 'text'), sentence, mine]),
        isVision: true,
        lettersOf: (id) => (id === sentence.id ? ['A', 'B'] : []),
      },
    ])
    expect(chapters.map(({ title }) => title)).toEqual([
      'Onze visie',
      'De Brug',
      'De Haven',
      'Samen',
      'Zo kwam de visie tot stand',
    ])
    expect(blocksOf(chapters[0])).toMatchObject([
      {
        kind: 'sentences',
        isMain: true,
        sentences: [{ text: 'Samen beslissen we.', letters: ['A', 'B'] }],
      },
    ])
    // What was read in the vision is not read again.
    expect(JSON.stringify(blocksOf(chapters.at(-1)))).not.toContain('Samen beslissen we.')
    expect(JSON.stringify(blocksOf(chapters.at(-1)))).toContain('Los')
  })

  it('[I71] have hoofdpunten first, then notes under the names that stand above them', () => {
    const zone = aZone('kiezen', 'Onze hoofdpunten', 'notes')
    const things = [
      aThing('text', 60, 250, { words: 'regels', w: 220 }),
      aThing('note', 60, 300, { words: 'Minder formulieren' }),
      aThing('note', 400, 300, { words: 'Zonder naam' }),
      aThing('note', 60, 420, { words: 'Een proefjaar', meta: { keyCard: true } }),
    ]
    const [chapter] = chaptersOf([aBoard('De Brug', 'A', [zone, ...things])])
    expect(blocksOf(chapter)).toMatchObject([
      { title: 'Hoofdpunten', cards: [{ text: 'Een proefjaar', isKeyCard: true }] },
      { title: 'regels', cards: [{ text: 'Minder formulieren' }] },
      { title: 'Overige briefjes', cards: [{ text: 'Zonder naam' }] },
    ])
  })

  it('[I71] have drawings as drawings, and what is written on them beside them', () => {
    const zone = aZone('tekening', 'Onze stip', 'drawing')
    const line = aThing('draw', 60, 250, { segments: [] })
    const note = aThing('note', 300, 300, { words: 'Hier het buurthuis' })
    const [chapter] = chaptersOf([aBoard('De Brug', 'A', [zone, line, note])])
    expect(blocksOf(chapter)).toMatchObject([
      { kind: 'drawing', alt: 'Tekening: Onze stip' },
      { kind: 'cards', cards: [{ text: 'Hier het buurthuis' }] },
    ])
  })
})

function blocksOf(chapter: ReturnType<typeof chaptersOf>[number] | undefined) {
  return chapter?.steps.flatMap(({ fields }) => fields.flatMap(({ blocks }) => blocks))
}

function aZone(name: string, title: string, kind: string): BoardRecord {
  const place = { x: 40, y: 190, w: 700, h: 400, title, style: 'area' } as const
  const zone = zoneRecord({ ...look, ...place, id: `shape:${name}` })
  return { ...zone, meta: { ...zone.meta, kind } }
}

function aBoard(name: string, letter: string, things: readonly BoardRecord[]): BoardForPaper {
  const title = { x: 40, y: 40, w: 2320, h: 80, title: '7 · Openstaan', style: 'label' } as const
  const records = [zoneRecord({ ...look, ...title, id: 'shape:step-open' }), ...things]
  return { name, letter, isVision: false, records, lettersOf: () => [] }
}
