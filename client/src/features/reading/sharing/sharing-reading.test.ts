import { describe, expect, it } from 'vitest'
import { hasStip, pagesOfSharing, sharingOf } from './sharing-reading.ts'
import { aStep, aStroke, aThing } from '../../../reading/test/a-board.ts'

const choose = aStep('kiezen', 0, [
  { name: 'thema', title: 'Onze hoofdpunten', kind: 'clusters', x: 40, y: 190 },
  { name: 'vragen', title: 'Open vragen', x: 800, y: 190 },
])
const draw = aStep('stip', 1590, [
  { name: 'tekening', title: 'Onze stip', kind: 'drawing', x: 40, y: 190, w: 1700, h: 800 },
  { name: 'zin', title: 'Onze zin', kind: 'text', x: 40, y: 1060 },
  { name: 'beschrijving', title: 'Wat zie je op de tekening?', kind: 'text', x: 800, y: 1060 },
])
const steps = [...choose.records, ...draw.records]
const known = [...choose.zones, ...draw.zones]

describe('[V3] the work of a group', () => {
  it('[V3] is its drawing, cropped to what was drawn, whatever else is on the board', () => {
    const elsewhere = [aStroke(1900, 200, 50, 50), aThing('note', 100, 200, { words: 'Los' })]
    const inside = [aStroke(500, 2000, 400, 100), aStroke(600, 2050, 100, 50)]
    const { drawing } = sharingOf([...steps, ...elsewhere, ...inside], known)
    expect(drawing?.shapes).toHaveLength(2)
    expect(drawing?.box).toEqual({ x: 488, y: 1988, w: 424, h: 124 })
  })

  it('[V3] is all that was drawn in the last area when nobody drew in a zone for that', () => {
    const early = aStroke(100, 300, 50, 50)
    const late = aStroke(2000, 2900, 200, 100)
    const { drawing } = sharingOf([...steps, early, late], [])
    expect(drawing?.shapes.map(({ id }) => id)).toEqual([late.id])
  })

  it('[V3] has the words that were written for it', () => {
    const reading = sharingOf(
      [
        ...steps,
        aStroke(500, 2000, 400, 100),
        aThing('note', 900, 2100, { words: 'vuurtoren' }),
        aThing('text', 60, 2700, { words: 'In onze gemeente draait de molen.', w: 500 }),
        aThing('text', 820, 2700, { words: 'Een molen op een heuvel.', w: 500 }),
      ],
      known,
    )
    expect(reading).toMatchObject({
      captions: ['vuurtoren'],
      sentences: ['In onze gemeente draait de molen.'],
      description: 'Een molen op een heuvel.',
    })
  })

  it('[V3] takes the sentence from notes on older boards, and else from a stip', () => {
    const note = aThing('note', 60, 2700, { words: 'Wij houden de haven open.' })
    expect(sharingOf([...steps, note], known).sentences).toEqual(['Wij houden de haven open.'])
    const stip = aThing('stip', 500, 2000, { words: 'De haven is open', w: 300, scale: 1 })
    expect(sharingOf([...steps, stip], known).sentences).toEqual(['De haven is open'])
  })

  it('[V4] has as hoofdpunten what has a star, each once', () => {
    const { points } = sharingOf(
      [
        ...steps,
        aThing('note', 60, 250, { words: 'Wordt nog gesorteerd' }),
        aThing('note', 300, 250, { words: 'Buren beheren zelf', meta: { keyCard: true } }),
        aThing('note', 2000, 2300, { words: 'buren  beheren zelf', meta: { keyCard: true } }),
      ],
      known,
    )
    expect(points).toHaveLength(1)
  })

  it('[V4] has what lies among the hoofdpunten when nothing has a star', () => {
    const { points } = sharingOf(
      [
        ...steps,
        aThing('note', 60, 250, { words: 'Wij vragen eerst' }),
        aThing('note', 820, 250, { words: 'Hoe dan?' }),
      ],
      known,
    )
    expect(points).toEqual(['Wij vragen eerst'])
  })

  it('[V3] is nothing on a board with notes only', () => {
    const board = [...steps, aThing('note', 820, 250, { words: 'Hoe dan?' })]
    expect(hasStip(sharingOf(board, known))).toBe(false)
  })
})

describe('[V5] the pages of a group', () => {
  const sentence = 'In onze gemeente bouw je samen een brug, ook als hij een beetje scheef wordt.'
  const points = [
    'Wie met een idee komt, krijgt binnen twee weken antwoord van een mens die erbij blijft.',
    'Wij vragen eerst hoe het wel kan.',
    'Buren beheren zelf hun groen, hun zaal en hun speelplek, met een budget dat bij de straat hoort.',
    'De raad stelt vooraf de grenzen en blijft daarna van de uitvoering af, ook als er gemopperd wordt.',
    'We gaan zelf naar de mensen toe die we nu niet horen; wie wegblijft telt ook mee.',
  ]

  it('[V5] begin with the sentence and lose no hoofdpunt; each page says how many come after it', () => {
    const pages = pagesOfSharing({ sentences: [sentence], points, drawing: {} })
    expect(pages[0]?.sentences).toEqual([sentence])
    expect(pages.flatMap((page) => page.points)).toEqual(points)
    expect(pages).toHaveLength(2)
    expect(pages.map(({ more }) => more)).toEqual([3, 0])
  })

  it('[V5] have the whole width where there is no drawing', () => {
    expect(pagesOfSharing({ sentences: [], points })).toHaveLength(1)
  })

  it('[V5] are one when there is little, also when there is nothing', () => {
    expect(
      pagesOfSharing({ sentences: [sentence], points: points.slice(1, 2), drawing: {} }),
    ).toHaveLength(1)
    expect(pagesOfSharing({ sentences: [], points: [] })).toEqual([
      { sentences: [], points: [], more: 0 },
    ])
  })

  it('[V5] hold at least one thing each, however long it is', () => {
    const long = sentence.repeat(12)
    const pages = pagesOfSharing({ sentences: [long], points: [long, long], drawing: {} })
    expect(pages.map((page) => page.sentences.length + page.points.length)).toEqual([1, 1, 1])
  })
})
