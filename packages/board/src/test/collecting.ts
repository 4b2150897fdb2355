import type { RecordId } from '@stip/primitives'
import { collect } from '../collect/collect.ts'
import type { CollectPlace } from '../collect/collect-input.ts'
import type { MergePlan, SourceBoard } from '../merge/merge-plan.ts'
import type { BoardRecord, StoredRecord } from '../record.ts'
import { zoneRecord } from '../zone.ts'
import { aNote, stored } from './records.ts'
import { TestBoard } from './test-board.ts'

/** The steps of an evening that work on the vision, and the zones of each, for groups A, B and C. */
const zones = {
  share: [...columns('g', 190, 570), ...columns('ook', 800, 740)],
  concepts: [aZoneOn('conceptzinnen', 40, 3000, 1140, 1120)],
  merge: [
    ...columns('punten', 5000, 740),
    aZoneOn('samen', 40, 5800, 1140, 440),
    aZoneOn('visie', 40, 6400, 1140, 440),
    ...columns('stippen', 7000, 500),
  ],
}

/** A vision on which steps were opened: 'share', 'concepts' or 'merge'. */
export function aVision(...steps: readonly (keyof typeof zones)[]): TestBoard {
  return new TestBoard(steps.flatMap((step) => zones[step]))
}

/** What the vision collects in a step, or in the steps before it. */
export function placesOf(step: string): readonly CollectPlace[] {
  const share = ['a', 'b', 'c'].flatMap((letter): CollectPlace[] => {
    const group = `groep-${letter}`
    return [
      { zone: `shape:g-${letter}`, what: 'drawing', from: ['shape:tekening'], group },
      { zone: `shape:g-${letter}`, what: 'sentences', from: ['shape:zin'], group },
      { zone: `shape:ook-${letter}`, what: 'key-cards', from: [], group },
    ]
  })
  const merge = ['a', 'b', 'c'].flatMap((letter): CollectPlace[] => {
    const group = `groep-${letter}`
    return [
      { zone: `shape:punten-${letter}`, what: 'key-cards', from: [], group },
      { zone: `shape:stippen-${letter}`, what: 'drawing', from: ['shape:tekening'], group },
    ]
  })
  const visie: CollectPlace = {
    zone: 'shape:visie',
    what: 'sentences',
    from: ['shape:conceptzinnen', 'shape:zin'],
    group: undefined,
  }
  if (step === 'share') return share
  return step === 'merge' ? [...share, ...merge, visie] : []
}

/** Collects on a vision as the server does. */
export function collectInto(
  vision: TestBoard,
  boards: readonly SourceBoard[],
  step = 'share',
  merge = 1,
): MergePlan {
  const plan = collect({
    boards,
    vision: vision.all(),
    merge,
    places: placesOf(step),
  })
  vision.apply(plan.writes)
  return plan
}

/** Notes with a star, one below the other. */
export function keyCards(words: readonly string[]): BoardRecord[] {
  return words.map((text, at) => ({
    ...aNote(`punt-${at}`, text, { y: 3000 + at * 300, index: `a${at + 1}` }),
    meta: { keyCard: true },
  }))
}

function columns(name: string, y: number, h: number): StoredRecord[] {
  return ['a', 'b', 'c'].map((letter, at) => aZoneOn(`${name}-${letter}`, 40 + at * 787, y, 747, h))
}

function aZoneOn(name: string, x: number, y: number, w: number, h: number): StoredRecord {
  const id: RecordId = `shape:${name}`
  const look = { title: name, question: '', color: 'white', style: 'area' } as const
  return {
    ...stored(zoneRecord({ id, x, y, w, h, ...look, letter: '', index: 'Y01' })),
    isTemplate: true,
  }
}
