import { zoneRecord } from '@stip/board'
import { describe, expect, it } from 'vitest'
import { aStep, aThing } from '../../../reading/test/a-board.ts'
import { pagesOfVision } from './vision-pages.ts'
import type { VisionPage } from './vision-pages.ts'
import { withVoices } from './voices.ts'
import { canReadVision, visionOf } from '../../../reading/vision-reading.ts'
import type { Said } from '../../../reading/vision-reading.ts'

const stretch = aStep('strekpauze', 0, [
  { name: 'zinnen', title: 'Onze conceptzinnen', kind: 'text', x: 40, y: 190 },
])
const merging = aStep('samenvoegen', 1590, [
  { name: 'overeenkomst', title: 'Dit delen we', kind: 'clusters', x: 40, y: 190 },
  { name: 'visie', title: 'Onze globale visie', kind: 'text', x: 40, y: 790 },
  { name: 'bieden', title: 'Dit bieden wij', kind: 'text', x: 800, y: 790 },
])
const steps = [...stretch.records, ...merging.records]
const known = [...stretch.zones, ...merging.zones]
const noSources = () => []

describe('[V6] the vision', () => {
  it('[V6] is the sentences of the step that came last, what we offer below them', () => {
    const draft = aThing('text', 60, 250, { words: 'Een eerste zin.', w: 400 })
    expect(visionOf([...steps, draft], known, noSources).sentences).toMatchObject([
      { text: 'Een eerste zin.' },
    ])
    const final = aThing('text', 60, 2440, { words: 'In Sterrenveld hoor je antwoord.', w: 400 })
    const offer = aThing('text', 820, 2440, { words: 'Wij bieden tijd.', w: 400 })
    expect(visionOf([...steps, draft, final, offer], known, noSources)).toMatchObject({
      sentences: [{ text: 'In Sterrenveld hoor je antwoord.' }],
      below: [{ title: 'Dit bieden wij', said: [{ text: 'Wij bieden tijd.' }] }],
    })
  })

  it('[V6] names the groups behind a sentence, from its sources and its letter', () => {
    const final = aThing('text', 60, 2440, { words: 'Zin', w: 400, meta: { group: 'C' } })
    const { sentences } = visionOf([...steps, final], known, () => ['B', 'A', 'B'])
    expect(sentences[0]?.letters).toEqual(['A', 'B', 'C'])
  })

  it('[V6] and those of hoofdpunten that an arrow ties to it', () => {
    const final = aThing('text', 60, 2440, { words: 'Zin', w: 400 })
    const card = aCard('Een vast gezicht', 1800, 'B')
    const arrow = aThing('arrow', 100, 2000, {})
    const ends = [card, final].map((to, place) => ({
      id: `binding:${place}`,
      typeName: 'binding' as const,
      type: 'arrow',
      fromId: arrow.id,
      toId: to.id,
      props: { terminal: place === 0 ? 'start' : 'end' },
      meta: {},
    }))
    const { sentences } = visionOf([...steps, card, final, arrow, ...ends], known, noSources)
    expect(sentences[0]?.letters).toEqual(['B'])
  })

  it('[V6] has the hoofdpunten of the groups, those of a group together, each once', () => {
    const board = [
      ...steps,
      aCard('Een vast gezicht', 1800, 'B'),
      aCard('Een proefjaar', 2000, 'A'),
      aCard('Buren beheren', 5000, 'B'),
      aCard('een vast gezicht', 5300, 'B'),
      aThing('note', 400, 1800, { words: 'Geen hoofdpunt', meta: { group: 'A' } }),
    ]
    const { cards } = visionOf(board, known, noSources)
    expect(cards.map(({ letters }) => letters.join(''))).toEqual(['A', 'B', 'B'])
    expect(cards.map(({ text }) => text)).not.toContain('Geen hoofdpunt')
  })

  it('[V6] takes nothing for a sentence that stands in the lane of a group', () => {
    const look = { question: '', color: 'white', index: 'Y00', letter: 'A' } as const
    const lane = { ...look, id: 'shape:lane', x: 0, y: 0, w: 2000, h: 2000 } as const
    const label = { ...look, id: 'shape:label', x: 100, y: 200, w: 700, h: 400 } as const
    const board = [
      zoneRecord({ ...lane, title: 'De Brug', style: 'lane' }),
      zoneRecord({ ...label, title: 'Dit bieden wij', style: 'label' }),
      aThing('text', 120, 300, { words: 'Wij bieden tijd', w: 300, meta: { group: 'A' } }),
    ]
    expect(visionOf(board, [], noSources)).toMatchObject({ sentences: [], below: [] })
    expect(canReadVision(visionOf(steps, known, noSources))).toBe(false)
  })
})

describe('[V7] the pages of the vision', () => {
  it('[V7] are its sentences, and what we offer and ask where there is room', () => {
    const below = [{ title: 'Dit bieden wij', said: [aSaid('Wij bieden tijd.')] }]
    const short = pagesOfVision({ sentences: [aSaid('Een zin.')], below, beside: [], cards: [] })
    expect(short).toHaveLength(1)
    expect(short[0]).toMatchObject({ kind: 'sentences', below })
    const long = pagesOfVision({ sentences: many(4, 110), below, beside: [], cards: [] })
    expect(long.flatMap(({ said }) => said)).toHaveLength(4)
    expect(long.at(-1)).toMatchObject({ below })
  })

  it('[V7] are the hoofdpunten until there are sentences, a group kept together', () => {
    const cards = ['A', 'B', 'C'].flatMap((letter) => many(5, 80, letter))
    const pages = pagesOfVision({ sentences: [], below: [], beside: [], cards })
    expect(pages.flatMap(({ said }) => said)).toEqual(cards)
    for (const { said } of pages) {
      expect(new Set(said.map(({ letters }) => letters.join(''))).size).toBe(1)
    }
  })

  it('[V7] hold more than a page of one group', () => {
    const cards = many(30, 90, 'A')
    const pages = pagesOfVision({ sentences: [], below: [], beside: [], cards })
    expect(pages.length).toBeGreaterThan(3)
    expect(pages.flatMap(({ said }) => said)).toEqual(cards)
  })
})

describe('[V11] what stands beside the vision', () => {
  const merging = aStep('samenvoegen', 0, [
    { name: 'verschil', title: 'Hier verschillen we', kind: 'notes', x: 40, y: 190 },
    { name: 'nog', title: 'Nog uitzoeken', kind: 'notes', x: 800, y: 190 },
    { name: 'visie', title: 'Onze globale visie', kind: 'text', x: 40, y: 790 },
  ])
  const differs = aThing('note', 60, 250, { words: 'Wie betaalt de bus?' })
  const open = aThing('note', 820, 250, { words: 'Mag dit van de wet?' })
  const board = [...merging.records, differs, open]

  it('[V11] is on what we differ and what is open, on pages of their own behind the sentences', () => {
    const final = aThing('text', 60, 850, { words: 'Een zin.', w: 400 })
    const reading = visionOf([...board, final], merging.zones, noSources)
    expect(reading.beside).toMatchObject([
      { title: 'Hier verschillen we', said: [{ text: 'Wie betaalt de bus?' }] },
      { title: 'Nog uitzoeken', said: [{ text: 'Mag dit van de wet?' }] },
    ])
    expect(pagesOfVision(reading)).toMatchObject([
      { said: [{ text: 'Een zin.' }], below: [] },
      { said: [], below: [{ title: 'Hier verschillen we' }, { title: 'Nog uitzoeken' }] },
    ])
  })

  it('[V11] is read when there is nothing else', () => {
    const reading = visionOf(board, merging.zones, noSources)
    expect(canReadVision(reading)).toBe(true)
    expect(reading.cards).toEqual([])
    expect(pagesOfVision(reading)).toHaveLength(1)
  })
})

describe('[V12] another voice', () => {
  it('[V12] stands below the sentence that it is about, in letters as large', () => {
    const sentence = aSaid('Een zin.')
    const reading = withVoices(
      { sentences: [sentence, aSaid('Nog een.')], below: [], beside: [], cards: [] },
      [{ id: sentence.id, said: [{ id: 'v', text: 'Niet voor ons.', also: 2 }] }],
    )
    expect(reading.sentences.map(({ text }) => text)).toEqual([
      'Een zin.',
      'Niet voor ons.',
      'Nog een.',
    ])
    expect(reading.sentences[1]).toMatchObject({ also: 2 })
    expect(pagesOfVision(reading)).toMatchObject([{ said: reading.sentences }])
  })
})

/** A drawing of which nothing but the description matters. */
const drawingOf = (letter: string, description: string) => ({
  id: `shape:${letter}`,
  letter,
  name: `Groep ${letter}`,
  description,
  drawing: { box: { x: 10, y: 20, w: 300, h: 200 }, shapes: [] },
  origin: { x: 0, y: 0 },
})
const box = { x: 10, y: 20, w: 300, h: 200 }
const nothing = { sentences: [], below: [], beside: [], cards: [] }

const howOf = (pages: readonly VisionPage[]): readonly unknown[] =>
  pages.map(
    ({ drawn }) => `${drawn?.how} ${drawn?.drawings.all.map(({ letter }) => letter).join('')}`,
  )

const wordsOf = (...descriptions: readonly string[]): readonly unknown[] => {
  const all = descriptions.map((words, place) => drawingOf('ABC'.charAt(place), words))
  const [first] = pagesOfVision(nothing, { all, box })
  return first?.drawn?.drawings.all.map(({ description }) => description) ?? []
}

describe('[V14] the drawings of groups on a wall', () => {
  it('[V14] stand side by side, lie over each other, and are each alone', () => {
    const all = ['A', 'B', 'C'].map((letter) => drawingOf(letter, 'Een brug.'))
    expect(howOf(pagesOfVision(nothing, { all, box }))).toEqual([
      'beside ABC',
      'over ABC',
      'alone A',
      'alone B',
      'alone C',
    ])
    expect(howOf(pagesOfVision(nothing, { all: all.slice(0, 1), box }))).toEqual(['alone A'])
  })

  it('[V14] have their descriptions side by side where all have room, and else none', () => {
    const long = Array.from({ length: 100 }, (_, place) => `woord${place}`).join(' ')
    expect(wordsOf('Een brug.', 'Een molen.')).toEqual(['Een brug.', 'Een molen.'])
    expect(wordsOf('Een brug.', long)).toEqual(['', ''])
  })

  it('[V14] have all of their descriptions, on as many pages as that takes', () => {
    const description = Array.from({ length: 160 }, (_, place) => `woord${place}`).join(' ')
    const pages = pagesOfVision(nothing, { all: [drawingOf('A', description)], box })
    const texts = pages.map(({ drawn }) => drawn?.drawings.all[0]?.description ?? '')
    expect(pages.length).toBeGreaterThan(1)
    const whole = texts.map((text) => text.replace(/^… /, '').replace(/ …$/, '')).join(' ')
    expect(whole).toBe(description)
  })

  it('[V14] stand behind the sentences, and before the hoofdpunten', () => {
    const reading = { ...nothing, sentences: [aSaid('Een zin.')], cards: [aSaid('Een punt')] }
    const pages = pagesOfVision(reading, { all: [drawingOf('A', '')], box })
    expect(pages.map(({ kind }) => kind)).toEqual(['sentences', 'drawings', 'cards'])
  })
})

function aSaid(text: string, letter = 'A'): Said {
  return { id: text, text, letters: [letter] }
}

/** So many different sentences of about so many letters. */
function many(count: number, length: number, letter = 'A'): readonly Said[] {
  return Array.from({ length: count }, (_, place) =>
    aSaid(`${letter}${place} ${'woord '.repeat(Math.ceil(length / 6))}`.slice(0, length), letter),
  )
}

function aCard(words: string, y: number, group: string) {
  return aThing('note', 60, y, { words, meta: { group, keyCard: true } })
}
