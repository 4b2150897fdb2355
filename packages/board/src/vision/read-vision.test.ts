import { describe, expect, it } from 'vitest'
import { copyId, drawingId, partId } from '../merge/merge-ids.ts'
import { appliedWrites, planUndo } from '../merge/undo.ts'
import type { SourceBoard } from '../merge/merge-plan.ts'
import { aVision, collectInto, keyCards } from '../test/collecting.ts'
import {
  aBinding,
  aDrawing,
  aGroupBoard,
  anArrow,
  aNote,
  aZone,
  richText,
} from '../test/records.ts'
import { TestBoard } from '../test/test-board.ts'
import { laidOut } from '../zone-layout/zone-layout.ts'
import { readVision } from './read-vision.ts'
import { traceOf } from './trace.ts'
import type { Structure, Vision } from './vision.ts'

const letters = ['A', 'B', 'C']
const nothing: Structure = {
  stacks: [],
  clusters: [],
  sources: [],
  notSame: [],
  reasons: [],
  takenOut: [],
}
const zones = [
  ...['a', 'b', 'c'].flatMap((letter) => [
    { id: `shape:g-${letter}`, kind: 'group-board' },
    { id: `shape:ook-${letter}`, kind: 'reactions' },
    { id: `shape:punten-${letter}`, kind: 'notes' },
    { id: `shape:stippen-${letter}`, kind: 'group-board' },
  ]),
  { id: 'shape:conceptzinnen', kind: 'text', list: 'shared' as const },
  { id: 'shape:samen', kind: 'clusters' },
  { id: 'shape:visie', kind: 'text', list: 'shared' as const },
]

const boards = [
  boardOf('A', ['Elke buurt een vast gezicht', 'De raad op zijn handen']),
  boardOf('B', ['Een vaste contactpersoon', 'Proberen mag']),
  boardOf('C', ['Jeugd mag meedoen']),
]
const card = (letter: string, place: number) =>
  copyId(`bord-${letter.toLowerCase()}`, `shape:punt-${place}`)
const stack = (...cards: string[]) => ({ id: cards.toSorted()[0] ?? '', cards })

describe('the vision', () => {
  it('[D20] has every card of every group once: shared when more groups say it, else unique', () => {
    const vision = read(evening(), { stacks: [stack(card('A', 0), card('B', 0))] })
    expect(vision.shared.map(wordsIn)).toEqual([
      ['Elke buurt een vast gezicht', 'Een vaste contactpersoon'],
    ])
    expect(vision.shared[0]?.letters).toEqual(['A', 'B'])
    expect(vision.unique.flatMap(wordsIn).toSorted()).toEqual([
      'De raad op zijn handen',
      'Jeugd mag meedoen',
      'Proberen mag',
    ])
    expect(vision.cards).toHaveLength(5)
    expect(vision.unprocessed).toHaveLength(5)
  })

  it('[D20] is the same in whichever order boards are merged, and after a merge that finds nothing', () => {
    const structure = {
      stacks: [stack(card('A', 0), card('B', 0))],
      clusters: [{ id: card('C', 0), name: 'Meedoen', cards: [card('B', 1), card('C', 0)] }],
    }
    const [first, ...others] = orders(boards).map((order) => {
      const vision = aVision('share', 'concepts', 'merge')
      for (const board of order) collectInto(vision, [board], 'merge')
      collectInto(vision, order.toReversed(), 'merge', 2)
      return placeless(read(vision, structure))
    })
    expect(others).toHaveLength(5)
    for (const other of others) expect(other).toEqual(first)
  })

  it('[D21] has clusters of whole piles, with a name that may be missing', () => {
    const vision = read(evening(), {
      stacks: [stack(card('A', 0), card('B', 0))],
      clusters: [
        { id: 'x', name: 'Gezicht', cards: [card('B', 0), card('C', 0)] },
        { id: 'y', name: '', cards: ['shape:gone'] },
      ],
    })
    expect(vision.clusters).toHaveLength(1)
    expect(vision.clusters[0]).toMatchObject({ id: 'x', name: 'Gezicht', letters: ['A', 'B', 'C'] })
    expect(vision.clusters[0]?.piles.map(({ cards }) => cards.length).toSorted()).toEqual([1, 2])
    expect(vision.shared).toEqual([])
    expect(vision.unique).toHaveLength(2)
  })

  it('[D22] [M8] has statements with the cards behind them, and marks what has none', () => {
    const vision = evening()
    vision.add(
      sentence('zin-1', 'Elk idee een vast gezicht.', 6500),
      sentence('zin-2', 'Los.', 6700),
    )
    const shown = read(vision, {
      sources: [
        { statement: 'shape:zin-1', cards: [card('A', 0), card('B', 0), 'shape:gone'] },
        { statement: 'shape:never', cards: [card('C', 0)] },
      ],
    })
    expect(shown.statements).toMatchObject([
      {
        text: 'Elk idee een vast gezicht.',
        list: 'shared',
        letters: ['A', 'B'],
        isWithoutSource: false,
      },
      { text: 'Los.', letters: [], cards: [], isWithoutSource: true },
    ])
    expect(shown.statements[0]?.cards.map(({ id }) => id)).toEqual([card('A', 0), card('B', 0)])
    expect(shown.unprocessed.map(({ id }) => id)).not.toContain(card('A', 0))
    expect(shown.unprocessed.map(({ id }) => id)).toContain(card('C', 0))
  })

  it('[D22] takes a card that an arrow ties to a statement as its source', () => {
    const vision = evening()
    vision.add(sentence('zin-1', 'Jeugd doet mee.', 6500), anArrow('pijl', { y: 6000 }))
    vision.add(
      aBinding('van', 'start', 'shape:pijl', card('C', 0)),
      aBinding('naar', 'end', 'shape:pijl', 'shape:zin-1'),
    )
    expect(read(vision).statements[0]?.cards.map(({ words }) => words)).toEqual([
      'Jeugd mag meedoen',
    ])
  })

  it('[D22] counts what groups wrote under their drawing neither as a card nor as their sentence', () => {
    const board = boardOf(
      'A',
      ['Elke buurt een vast gezicht'],
      [
        aZone('zin', 'Onze zin', 0, 1000),
        aZone('tekening', 'Onze stip', 0, 0),
        aNote('onze-zin', 'Wij doen het samen', { x: 100, y: 1100 }),
        aDrawing('streep'),
        aNote('in-de-tekening', 'Zon', { x: 200, y: 100 }),
      ],
    )
    const vision = aVision('share', 'merge')
    collectInto(vision, [board], 'share')
    expect(read(vision).cards.map(({ words }) => words)).toEqual(['Elke buurt een vast gezicht'])
    collectInto(vision, [board], 'merge', 2)
    expect(read(vision).statements).toMatchObject([
      { text: 'Wij doen het samen', letters: ['A'], cards: [], isWithoutSource: false },
    ])
  })

  it('[D28] has the words on a drawing as captions, of which a statement can be made', () => {
    const board = boardOf(
      'A',
      ['Elke buurt een vast gezicht'],
      [
        aZone('tekening', 'Onze stip', 0, 0),
        aDrawing('streep'),
        aNote('zon', 'De zon is de buurt', { x: 200, y: 100 }),
      ],
    )
    const vision = aVision('share', 'merge')
    collectInto(vision, [board], 'merge')
    vision.add(sentence('zin-1', 'De buurt schijnt.', 6500))
    const caption = partId('bord-a', 'shape:zon')
    const before = read(vision)
    expect(before.captions).toMatchObject([
      { id: caption, words: 'De zon is de buurt', letters: ['A'], isUsed: false },
    ])
    expect([...before.cards, ...before.unprocessed].map(({ id }) => id)).not.toContain(caption)
    const after = read(vision, { sources: [{ statement: 'shape:zin-1', cards: [caption] }] })
    expect(after.captions[0]?.isUsed).toBe(true)
    expect(after.statements).toMatchObject([
      { letters: ['A'], cards: [{ id: caption }], isWithoutSource: false },
    ])
    vision.add(aNote('eigen', 'Van nu', { parentId: drawingId('bord-a', 'shape:tekening') }))
    expect(read(vision).captions).toHaveLength(1)
    const traces = traceOf({ vision: after, onVision: vision.all(), boards: [board] })
    expect(traces.find(({ record }) => record === 'shape:zon')).toMatchObject({
      state: 'in-statement',
      statements: [{ id: 'shape:zin-1', card: caption }],
    })
  })

  it('[D26] [M8] does not take as a source what its maker took out, linked or tied', () => {
    const vision = evening()
    vision.add(sentence('zin-1', 'Jeugd doet mee.', 6500), anArrow('pijl', { y: 6000 }))
    vision.add(
      aBinding('van', 'start', 'shape:pijl', card('C', 0)),
      aBinding('naar', 'end', 'shape:pijl', 'shape:zin-1'),
    )
    const structure = {
      sources: [{ statement: 'shape:zin-1', cards: [card('A', 0)] }],
      takenOut: [card('A', 0), card('C', 0)].map((each) => ({
        statement: 'shape:zin-1',
        card: each,
      })),
    }
    const shown = read(vision, structure)
    expect(shown.statements).toMatchObject([{ cards: [], isWithoutSource: true }])
    expect(shown.cards.find(({ id }) => id === card('A', 0))).toMatchObject({
      isUsed: false,
      isTakenBack: true,
    })
    expect(shown.unprocessed.map(({ id }) => id)).not.toContain(card('A', 0))
  })

  it('[D23] says what its group withdrew, and why a card is not used', () => {
    const board = new TestBoard(boards[0]?.records)
    const vision = evening()
    vision.change(card('A', 1), { 'p.color': 'red' })
    board.remove('shape:punt-1')
    collectInto(vision, [{ ...(boards[0] as SourceBoard), records: board.all() }], 'merge', 2)
    const why = 'Dat gaat over de raad zelf.'
    const shown = read(vision, { reasons: [{ card: card('A', 1), why }] })
    expect(shown.cards.find(({ id }) => id === card('A', 1))).toMatchObject({
      isWithdrawn: true,
      why,
    })
    expect(shown.unprocessed.map(({ id }) => id)).not.toContain(card('A', 1))
  })

  it('[D24] keeps what was decided when a merge is undone and comes again', () => {
    const structure = { stacks: [stack(card('A', 0), card('B', 0))] }
    const vision = aVision('share', 'concepts', 'merge')
    const before = vision.all()
    const plan = collectInto(vision, boards, 'merge')
    const shown = placeless(read(vision, structure))
    vision.apply(planUndo(appliedWrites(plan.writes, before), vision.all()))
    expect(read(vision, structure).cards).toEqual([])
    collectInto(vision, boards, 'merge', 2)
    expect(placeless(read(vision, structure))).toEqual(shown)
  })

  it('[D22] reads formats of before by the titles of their zones', () => {
    const vision = evening()
    vision.add(sentence('zin-1', 'Elk idee een vast gezicht.', 6500))
    const untold = zones.map(({ id, kind }) => ({ id, kind }))
    expect(read(vision, {}, untold).statements).toEqual([])
    vision.change('shape:visie', { 'p.title': 'Onze globale visie' })
    expect(read(vision, {}, untold).statements).toMatchObject([{ list: 'shared' }])
  })
})

function evening(): TestBoard {
  const vision = aVision('share', 'concepts', 'merge')
  collectInto(vision, boards, 'merge')
  return vision
}

function boardOf(letter: string, words: readonly string[], others: readonly object[] = []) {
  return aGroupBoard(letter, [...keyCards(words), ...(others as never[])])
}

function sentence(name: string, words: string, y: number) {
  const note = aNote(name, '', { x: 80, y })
  return {
    ...note,
    type: 'text',
    props: { richText: richText(words), size: 'm', scale: 1, w: 600 },
  }
}

function read(
  vision: TestBoard,
  structure: Partial<Structure> = {},
  known: Parameters<typeof readVision>[0]['zones'] = zones,
): Vision {
  const template = vision.all().filter(({ isTemplate, isGone }) => isTemplate && !isGone)
  return readVision({
    records: [
      ...laidOut([...template.map(({ record }) => record), ...vision.live()]),
      ...vision.live('binding'),
    ],
    sourcesOf: (id) => vision.get(id)?.sources ?? [],
    letterOf: (group) => letters.find((letter) => group === `groep-${letter.toLowerCase()}`),
    zones: known,
    structure: { ...nothing, ...structure },
  })
}

/** Which merge last looked at a source is no part of what people read. */
function placeless(vision: Vision): unknown {
  return JSON.parse(JSON.stringify(vision, (key, value) => (key === 'revision' ? 0 : value)))
}

function wordsIn({ cards }: { readonly cards: readonly { readonly words: string }[] }): string[] {
  return cards.map(({ words }) => words)
}

function orders<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]]
  return items.flatMap((item, place) =>
    orders(items.toSpliced(place, 1)).map((rest) => [item, ...rest]),
  )
}
