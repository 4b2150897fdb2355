import { describe, expect, it } from 'vitest'
import { copyId } from '../merge/merge-ids.ts'
import type { SourceBoard } from '../merge/merge-plan.ts'
import { aVision, collectInto, keyCards } from '../test/collecting.ts'
import { aGroupBoard, aNote, stored } from '../test/records.ts'
import { TestBoard } from '../test/test-board.ts'
import { laidOut } from '../zone-layout/zone-layout.ts'
import { readVision } from './read-vision.ts'
import { fateOf, traceOf } from './trace.ts'
import type { NoteTrace } from './trace.ts'
import type { Structure } from './vision.ts'

const nothing: Structure = {
  stacks: [],
  clusters: [],
  sources: [],
  notSame: [],
  reasons: [],
  takenOut: [],
}
const zones = [
  { id: 'shape:samen', kind: 'clusters' },
  { id: 'shape:visie', kind: 'text', list: 'shared' as const },
  ...['a', 'b', 'c'].map((letter) => ({ id: `shape:punten-${letter}`, kind: 'notes' })),
]
const card = (letter: string, place: number) =>
  copyId(`bord-${letter.toLowerCase()}`, `shape:punt-${place}`)

describe('what became of a note', () => {
  it('[D25] goes from its stack and cluster to the statements that are made from it', () => {
    const boards = aBoards()
    const vision = merged(boards)
    vision.add(aNote('zin', 'Elk idee een vast gezicht.', { x: 80, y: 6500 }))
    const own = [card('A', 0), card('B', 0)]
    const found = traced(boards, vision, {
      stacks: [{ id: own.toSorted()[0] ?? '', cards: own }],
      clusters: [{ id: 'x', name: 'Gezicht', cards: own }],
      sources: [{ statement: 'shape:zin', cards: [card('A', 0)] }],
    })
    expect(of(found, 'A', 0)).toMatchObject({
      words: 'Elke buurt een vast gezicht',
      state: 'in-statement',
      stackedWith: 1,
      letters: ['A', 'B'],
      cluster: 'Gezicht',
      statements: [{ id: 'shape:zin', text: 'Elk idee een vast gezicht.', card: card('A', 0) }],
    })
    // On the same stack, and no source: that is another note.
    expect(of(found, 'B', 0)).toMatchObject({ state: 'on-vision', statements: [], stackedWith: 1 })
    expect(of(found, 'A', 1)).toMatchObject({ state: 'on-vision', stackedWith: 0, cluster: null })
  })

  it('[D25] is told of what did not come, was deleted, and was taken away', () => {
    const loose = aNote('los', 'Nog een idee')
    const boards = aBoards([
      loose,
      stored(aNote('weg', 'Toch niet'), { isGone: true }),
      stored(aNote('geheim', 'Jan van hiernaast'), { isGone: true, isTakenAway: true }),
      aNote('leeg', ''),
    ])
    const found = traced(boards, merged(boards), {
      reasons: [{ card: card('B', 0), why: 'Dat weten we nog niet.' }],
    })
    const states = Object.fromEntries(found.map(({ record, state }) => [record, state]))
    expect(states).toMatchObject({
      'shape:los': 'on-board',
      'shape:weg': 'withdrawn',
      'shape:geheim': 'taken-away',
    })
    expect(states).not.toHaveProperty('shape:leeg')
    expect(JSON.stringify(found)).not.toContain('Jan')
    expect(of(found, 'B', 0)).toMatchObject({ why: 'Dat weten we nog niet.', state: 'on-vision' })
  })

  it('[D25] follows copies by what the server noted, and not by what they say of themselves', () => {
    const source = { board: 'bord-a', record: 'shape:los', revision: 0, group: 'groep-a' }
    const copy = { ...aNote('kopie', 'Een ander woord'), meta: { keyCard: true } }
    const liar = { ...aNote('liegt', 'Van mij'), meta: { copyOf: 'bord-a/shape:los' } }
    const boards = aBoards([
      aNote('los', 'Een idee'),
      stored(copy, { sources: [source], base: {} }),
      liar,
    ])
    const found = traced(boards, merged(boards))
    const [trace] = found.filter(({ record }) => record === 'shape:los')
    expect(trace).toMatchObject({ state: 'on-vision', words: 'Een idee' })
    expect(trace?.family).toHaveLength(2)
    expect(trace?.cards).toEqual([copyId('bord-a', 'shape:kopie')])
    expect(found.map(({ record }) => record)).toContain('shape:liegt')
    expect(found.map(({ record }) => record)).not.toContain('shape:kopie')
  })

  it('[D25] [M5] is withdrawn when people took it off the vision or its maker took it back', () => {
    const boards = aBoards()
    const vision = merged(boards)
    vision.add(aNote('zin', 'Elk idee een vast gezicht.', { x: 80, y: 6500 }))
    vision.remove(card('A', 0))
    const out = { statement: 'shape:zin', card: card('B', 0) }
    const sources = [{ statement: 'shape:zin', cards: [card('B', 0)] }]
    const found = traced(boards, vision, { sources, takenOut: [out] })
    expect(of(found, 'A', 0)?.state).toBe('withdrawn')
    expect(of(found, 'B', 0)).toMatchObject({ state: 'withdrawn', statements: [] })
    expect(of(traced(boards, vision, { sources }), 'B', 0)?.state).toBe('in-statement')
  })

  it('[M1] has one fate whatever its state', () => {
    expect(fateOf('in-statement')).toBe('used')
    expect(fateOf('on-vision')).toBe('used')
    expect(fateOf('on-board')).toBe('unprocessed')
    expect(fateOf('withdrawn')).toBe('withdrawn')
    expect(fateOf('taken-away')).toBe('withdrawn')
  })
})

function aBoards(others: Parameters<typeof aGroupBoard>[1] = []): SourceBoard[] {
  return [
    aGroupBoard('A', [...keyCards(['Elke buurt een vast gezicht', 'Handen thuis']), ...others]),
    aGroupBoard('B', keyCards(['Een vaste contactpersoon'])),
  ]
}

function merged(boards: readonly SourceBoard[]): TestBoard {
  const vision = aVision('merge')
  collectInto(vision, boards, 'merge')
  return vision
}

function of(found: readonly NoteTrace[], letter: string, place: number): NoteTrace | undefined {
  const board = `bord-${letter.toLowerCase()}`
  return found.find((each) => each.board === board && each.record === `shape:punt-${place}`)
}

function traced(
  boards: readonly SourceBoard[],
  vision: TestBoard,
  structure: Partial<Structure> = {},
): readonly NoteTrace[] {
  const template = vision.all().filter(({ isTemplate }) => isTemplate)
  const read = readVision({
    records: laidOut([...template.map(({ record }) => record), ...vision.live()]),
    sourcesOf: (id) => vision.get(id)?.sources ?? [],
    letterOf: (group) => ({ 'groep-a': 'A', 'groep-b': 'B' })[group],
    zones,
    structure: { ...nothing, ...structure },
  })
  return traceOf({ vision: read, onVision: vision.all(), boards })
}
