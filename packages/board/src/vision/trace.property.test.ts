// oxlint-disable vitest/expect-expect -- the law is checked in every turn of an evening, in a function of its own
import { seededRandom } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import { trayOf } from '../collect/tray.ts'
import type { SourceBoard } from '../merge/merge-plan.ts'
import { appliedWrites, planUndo } from '../merge/undo.ts'
import { aVision, collectInto } from '../test/collecting.ts'
import { aGroupBoard, aNote, aZone, aZoneForKeyCards } from '../test/records.ts'
import { TestBoard } from '../test/test-board.ts'
import { laidOut } from '../zone-layout/zone-layout.ts'
import { readVision } from './read-vision.ts'
import { fateOf, traceOf } from './trace.ts'
import type { Structure, Vision } from './vision.ts'

const letters = ['A', 'B', 'C']
const zones = [
  aZone('tekening', 'Onze stip', 0, 0),
  aZone('zin', 'Onze zin', 0, 1000),
  aZoneForKeyCards('thema', 2000),
]
const onVision = [
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

describe.each(Array.from({ length: 30 }, (_, at) => at + 1))('an evening, seed %d', (seed) => {
  it('[M1] [D25] every note of every board is used, unprocessed or withdrawn: one of these', () => {
    const random = seededRandom(seed)
    const groups = letters.map((letter) => ({ letter, board: new TestBoard(zones) }))
    const vision = aVision('share', 'concepts', 'merge')
    const boards = (): SourceBoard[] =>
      groups.map(({ letter, board }) => aGroupBoard(letter, board.all()))
    const decided = { links: [] as string[][], takenOut: [] as string[][], why: new Set<string>() }
    for (let turn = 0; turn < 50; turn++) {
      const group = pick(random, groups) as (typeof groups)[number]
      const chance = random()
      if (chance < 0.5) work(random, group, `t${turn}`)
      else if (chance < 0.65) workOnVision(random, vision, turn)
      else if (chance < 0.8) decide(random, read(vision, decided), decided)
      else mergeNow(vision, boards(), chance > 0.95)
      if (turn % 3 === 0) expectOneFateEach(groups, vision, decided)
    }
  })
})

interface Decided {
  readonly links: string[][]
  readonly takenOut: string[][]
  readonly why: Set<string>
}

function expectOneFateEach(
  groups: readonly { readonly letter: string; readonly board: TestBoard }[],
  vision: TestBoard,
  decided: Decided,
): void {
  const boards = groups.map(({ letter, board }) => aGroupBoard(letter, board.all()))
  const shown = read(vision, decided)
  const traces = traceOf({ vision: shown, onVision: vision.all(), boards })
  const fates = new Map<string, string>(
    traces.flatMap(({ family, state }) =>
      family.map(({ board, record }) => [`${board} ${record}`, fateOf(state)] as const),
    ),
  )
  const made = groups.flatMap(({ letter, board }) =>
    board
      .all()
      .filter(({ record, isTemplate }) => record.type === 'note' && !isTemplate)
      .map(({ record }) => `bord-${letter.toLowerCase()} ${record.id}`),
  )
  // Each thing in the family of one note, and nothing that nobody made.
  expect(traces.flatMap(({ family }) => family)).toHaveLength(made.length)
  expect([...fates.keys()].toSorted()).toEqual(made.toSorted())
  // What the tray says is not on the vision, is not, unless a copy of it is.
  const tray = trayOf({ boards, vision: vision.all() })
  const alone = new Set<string>(
    traces.flatMap(({ board, record, family }) =>
      family.length === 1 ? [`${board} ${record}`] : [],
    ),
  )
  const left = tray.unprocessed.map(({ board, record }) => `${board} ${record}`)
  const notLeft = left.filter((name) => alone.has(name) && fates.get(name) !== 'unprocessed')
  expect(notLeft).toEqual([])
  // What a statement is made from is used or withdrawn, and known as what it is made from.
  for (const { id, cards } of shown.statements) {
    for (const card of cards) {
      const own = traces.filter((trace) => trace.cards.includes(card.id))
      expect(own).toHaveLength(1)
      expect(own[0]?.statements.map((each) => each.id)).toContain(id)
      expect(own[0]?.state).toMatch(/^(?:in-statement|withdrawn)$/)
    }
  }
  for (const { statements, state } of traces) {
    const isOut = statements.some(({ id, card }) =>
      decided.takenOut.some(([statement, out]) => statement === id && out === card),
    )
    expect(isOut).toBe(false)
    expect(state === 'in-statement' && statements.length === 0).toBe(false)
  }
}

function work(
  random: Random,
  { letter, board }: { readonly letter: string; readonly board: TestBoard },
  name: string,
): void {
  const one = pick(random, board.live())
  const chance = random()
  if (one === undefined || chance < 0.45) {
    board.add(aNote(name, `Idee ${name}`, { x: at(random, 3500), y: at(random, 2500) }))
  } else if (chance < 0.6) {
    const source = { board: `bord-${letter.toLowerCase()}`, record: one.id, revision: 0, group: '' }
    const { sources = [] } = board.get(one.id) ?? {}
    const record = { ...aNote(name, 'Kopie'), meta: { keyCard: true } }
    const from = random() < 0.5 || sources.length === 0 ? [source] : sources
    board.apply([{ kind: 'create', record, sources: from, base: {}, isTemplate: false }])
  } else if (chance < 0.75) board.remove(one.id)
  else board.change(one.id, { 'm.keyCard': random() < 0.8 })
}

function workOnVision(random: Random, vision: TestBoard, turn: number): void {
  const one = pick(random, vision.live())
  const chance = random()
  if (one === undefined || chance < 0.5) {
    const place = { x: 80, y: 6500 + turn }
    vision.add({ ...aNote(`zin-${turn}`, `Zin ${turn}`, place) })
  } else if (chance < 0.75) vision.remove(one.id)
  else {
    const { sources = [] } = vision.get(one.id) ?? {}
    const record = { ...one, id: `${one.typeName}:kopie-${turn}` }
    vision.apply([{ kind: 'create', record, sources, base: {}, isTemplate: false }])
  }
}

function decide(random: Random, { cards, statements }: Vision, decided: Decided): void {
  const [card, statement] = [pick(random, cards)?.id, pick(random, statements)?.id]
  if (card === undefined) return
  const chance = random()
  if (chance < 0.3) decided.why.add(card)
  else if (statement !== undefined && chance < 0.75) decided.links.push([statement, card])
  else if (statement !== undefined) decided.takenOut.push([statement, card])
}

function mergeNow(vision: TestBoard, boards: readonly SourceBoard[], isUndone: boolean): void {
  const before = vision.all()
  const { writes } = collectInto(vision, boards, 'merge', 2)
  if (isUndone) vision.apply(planUndo(appliedWrites(writes, before), vision.all()))
}

function read(vision: TestBoard, { links, takenOut, why }: Decided): Vision {
  const structure: Structure = {
    stacks: [],
    clusters: [],
    notSame: [],
    sources: links.map(([statement = '', card = '']) => ({ statement, cards: [card] })),
    reasons: [...why].map((card) => ({ card, why: 'Past niet.' })),
    takenOut: takenOut.map(([statement = '', card = '']) => ({ statement, card })),
  }
  const template = vision.all().filter(({ isTemplate, isGone }) => isTemplate && !isGone)
  return readVision({
    records: laidOut([...template.map(({ record }) => record), ...vision.live()]),
    sourcesOf: (id) => vision.get(id)?.sources ?? [],
    letterOf: (group) => letters.find((letter) => group === `groep-${letter.toLowerCase()}`),
    zones: onVision,
    structure,
  })
}

function at(random: Random, most: number): number {
  return Math.floor(random() * most)
}

function pick<Thing>(random: Random, things: readonly Thing[]): Thing | undefined {
  return things[Math.floor(random() * things.length)]
}
