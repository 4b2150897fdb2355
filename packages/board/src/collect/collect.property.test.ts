import { seededRandom, shuffled } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyId } from '../merge/merge-ids.ts'
import type { SourceBoard } from '../merge/merge-plan.ts'
import type { BoardRecord, StoredRecord } from '../record.ts'
import { aVision, collectInto, placesOf } from '../test/collecting.ts'
import {
  aDrawing,
  aGroupBoard,
  aNote,
  aZone,
  aZoneForKeyCards,
  deepFreeze,
  richText,
} from '../test/records.ts'
import { TestBoard } from '../test/test-board.ts'
import { appliedWrites, planUndo } from '../merge/undo.ts'
import { bringCards, putCardsBack } from './bring-cards.ts'
import { collect } from './collect.ts'
import { trayOf } from './tray.ts'

const letters = ['A', 'B', 'C']
const zones = [
  aZone('tekening', 'Onze stip', 0, 0),
  aZone('zin', 'Onze zin', 0, 1000),
  aZoneForKeyCards('thema', 2000),
]
const thing = fc.record({
  kind: fc.constantFrom('note', 'star', 'stroke'),
  text: fc.constantFrom('Deur open', 'Eén loket', 'Ruimte', ''),
  x: fc.integer({ min: -500, max: 3500 }),
  y: fc.integer({ min: -500, max: 2500 }),
})
const board = fc.array(thing, { maxLength: 8 })
const boards = fc
  .tuple(board, board, board)
  .map((all) => all.map((things, at) => aBoardOf(letters[at] ?? '', things)))
const steps = fc.constantFrom('share', 'merge', 'nowhere')

describe('collecting, whatever groups made', () => {
  it('[M1] loses nothing and invents nothing', () => {
    fc.assert(
      fc.property(boards, steps, (boards, step) => {
        const vision = aVision('share', 'merge')
        collectInto(vision, boards, step)
        const { unprocessed, used, withdrawn, cards } = trayOf({ boards, vision: vision.all() })
        expect(used + unprocessed.length + withdrawn).toBe(cards)
        expect(withdrawn).toBe(0)
        const made = boards.flatMap(({ records }) => records).filter(isCard)
        expect(cards).toBe(made.length)
        const starred = made.filter(({ record }) => record.meta['keyCard'] === true)
        expect(used).toBeGreaterThanOrEqual(starred.length)
        for (const { sources } of vision.all().filter((one) => !one.isTemplate)) {
          expect(sources).toHaveLength(1)
        }
      }),
    )
  })

  it('[M2] gives the same vision for boards in any order', () => {
    fc.assert(
      fc.property(boards, fc.nat(), steps, (boards, seed, step) => {
        const one = collectInto(aVision('share', 'merge'), boards, step)
        const other = shuffled(boards, seededRandom(seed))
        expect(collectInto(aVision('share', 'merge'), other, step)).toEqual(one)
      }),
    )
  })

  it('[M3] has nothing to write the second time', () => {
    fc.assert(
      fc.property(boards, steps, (boards, step) => {
        const vision = aVision('share', 'concepts', 'merge')
        collectInto(vision, boards, step)
        expect(collectInto(vision, boards, step).writes).toEqual([])
      }),
    )
  })

  it('[M6] changes nothing it was given', () => {
    fc.assert(
      fc.property(boards, boards, (boards, later) => {
        const vision = aVision('share', 'merge')
        collectInto(vision, deepFreeze(boards), 'share')
        const input = { boards: deepFreeze(later), vision: deepFreeze(vision.all()), merge: 2 }
        expect(() => collect({ ...input, places: placesOf('merge') })).not.toThrow()
      }),
    )
  })
})

describe.each(Array.from({ length: 40 }, (_, at) => at + 1))('an evening, seed %d', (seed) => {
  it('[M1] [M3] [M4] [M5] [M7] whatever people do, and whenever somebody merges or undoes', () => {
    const random = seededRandom(seed)
    const groups = letters.map((letter) => ({ letter, board: new TestBoard(zones) }))
    const vision = aVision('share', 'concepts', 'merge')
    const sources = (): SourceBoard[] =>
      groups.map(({ letter, board }) => aGroupBoard(letter, board.all()))
    const removed = new Set<string>()
    let step = 'share'
    for (let turn = 0; turn < 60; turn++) {
      const group = pick(random, groups)?.board as TestBoard
      const chance = random()
      if (chance < 0.35) work(random, group, `t${turn}`)
      else if (chance < 0.55) workOnVision(random, vision, removed, turn)
      else if (chance < 0.6) step = 'merge'
      else if (chance < 0.7) bringOne(random, vision, sources(), step)
      else mergeNow(vision, sources(), step, chance > 0.9)
      const back = [...removed].filter((id) => vision.get(id)?.isGone !== true)
      expect(back, '[M5]').toEqual([])
      const tray = trayOf({ boards: sources(), vision: vision.all() })
      expect(tray.used + tray.unprocessed.length + tray.withdrawn, '[M1]').toBe(tray.cards)
      const copies = vision.all().filter(({ record }) => record.id.includes(':from.'))
      expect(
        copies.filter((copy) => copy.sources.length !== 1),
        '[M4]',
      ).toEqual([])
    }
  })
})

it('[C11] what somebody brings goes into the column of its group, comes once, and goes back unless it was changed', () => {
  const boards = [aGroupBoard('B', [aNote('los', 'Misschien'), aNote('ook', 'Ook')])]
  const vision = aVision('share')
  const cards = [{ board: 'bord-b', record: 'shape:los' }]
  const bring = () =>
    bringCards({
      boards,
      vision: vision.all(),
      merge: 3,
      places: placesOf('share'),
      cards,
      to: undefined,
    })
  vision.apply(bring().writes)
  const id = copyId('bord-b', 'shape:los')
  expect(vision.fields(id)).toMatchObject({ 'm.zone': 'shape:ook-b', 'm.group': 'B' })
  expect(vision.get(id)?.sources).toMatchObject([{ board: 'bord-b', record: 'shape:los' }])
  expect(bring().writes).toEqual([])
  expect(trayOf({ boards, vision: vision.all() }).unprocessed.map(({ words }) => words)).toEqual([
    'Ook',
  ])
  vision.apply(putCardsBack(vision.all(), cards))
  expect(vision.get(id)?.isGone).toBe(true)
  vision.apply(bring().writes)
  vision.change(id, { t: richText('Zeker') })
  expect(putCardsBack(vision.all(), cards)).toEqual([])
  vision.remove(id)
  vision.apply(bring().writes)
  expect(vision.get(id)?.isGone).toBe(false)
})

function mergeNow(
  vision: TestBoard,
  boards: readonly SourceBoard[],
  step: string,
  isUndone: boolean,
): void {
  const before = shown(vision)
  const { writes } = collectNow(vision, boards, step)
  const applied = appliedWrites(writes, vision.all())
  vision.apply(writes)
  expect(collectNow(vision, boards, step).writes, '[M3]').toEqual([])
  if (!isUndone) return
  vision.apply(planUndo(applied, vision.all()))
  expect(shown(vision), '[M7]').toEqual(before)
}

function collectNow(vision: TestBoard, boards: readonly SourceBoard[], step: string) {
  const where = { places: placesOf(step) }
  return collect({ boards, vision: vision.all(), merge: 2, ...where })
}

function work(random: Random, board: TestBoard, name: string): void {
  const live = board.live()
  const one = pick(random, live)
  const chance = random()
  if (one === undefined || chance < 0.5) {
    const place = { x: Math.floor(random() * 3500), y: Math.floor(random() * 2500) }
    const isStroke = random() < 0.3
    board.add(isStroke ? aDrawing(name, place) : aNote(name, `Idee ${name}`, place))
  } else if (chance < 0.65) board.remove(one.id)
  else if (chance < 0.8) board.change(one.id, { xy: [Math.floor(random() * 3500), 200] })
  else if (one.type === 'note') board.change(one.id, { 'm.keyCard': random() < 0.7 })
}

function workOnVision(random: Random, vision: TestBoard, removed: Set<string>, turn: number): void {
  const one = pick(random, vision.live())
  const chance = random()
  if (one === undefined || chance < 0.2) {
    vision.add(aNote(`eigen-${turn}`, 'Van ons', { x: 100, y: 3200 }))
  } else if (chance < 0.35) {
    // Copied with the keyboard; what a merge made or not.
    const { sources = [] } = vision.get(one.id) ?? {}
    const record = { ...one, id: `${one.typeName}:kopie-${turn}` }
    vision.apply([{ kind: 'create', record, sources, base: {}, isTemplate: false }])
  } else if (random() < 0.3) {
    for (const id of vision.takenAlong(one.id)) removed.add(id)
    vision.remove(one.id)
  } else if (random() < 0.5) vision.change(one.id, { xy: [100, 5900], 'm.zone': 'shape:samen' })
  else if (one.type === 'note') vision.change(one.id, { t: richText(`Anders ${turn}`) })
}

function bringOne(random: Random, vision: TestBoard, boards: SourceBoard[], step: string): void {
  const { unprocessed } = trayOf({ boards, vision: vision.all() })
  const card = pick(random, unprocessed)
  if (card === undefined) return
  const where = { places: placesOf(step), to: undefined }
  const plan = bringCards({ boards, vision: vision.all(), merge: 2, ...where, cards: [card] })
  expect(plan.writes.length).toBeGreaterThan(0)
  vision.apply(plan.writes)
}

function shown(vision: TestBoard): readonly string[] {
  return vision
    .live()
    .map((record) => JSON.stringify([record.id, record['x'], record['y'], record.props]))
    .toSorted()
}

function pick<Thing>(random: Random, things: readonly Thing[]): Thing | undefined {
  return things[Math.floor(random() * things.length)]
}

function isCard({ record }: StoredRecord): boolean {
  return (
    record.type === 'note' && !JSON.stringify(record.props).includes('"text":""') && words(record)
  )
}

function words(record: BoardRecord): boolean {
  return JSON.stringify(record.props['richText']).includes('"text":')
}

function aBoardOf(
  letter: string,
  things: readonly { kind: string; text: string; x: number; y: number }[],
): SourceBoard {
  const records = things.map(({ kind, text, x, y }, at) => {
    if (kind === 'stroke') return aDrawing(`ding-${at}`, { x, y })
    const note = aNote(`ding-${at}`, text, { x, y })
    return kind === 'star' && text !== '' ? { ...note, meta: { keyCard: true } } : note
  })
  return aGroupBoard(letter, [...zones, ...records])
}
