import { describe, expect, it } from 'vitest'
import { bounds } from '../bounds.ts'
import { planMerge } from './merge.ts'
import { laneId } from './merge-ids.ts'
import type { SourceBoard } from './merge-plan.ts'
import type { StoredRecord } from '../record.ts'
import type { Bounds } from '../shape-size.ts'
import { aBinding, aGroupBoard, anArrow, aNote, aZone } from '../test/records.ts'
import { TestBoard } from '../test/test-board.ts'

const zone = aZone('vak', 'Dromen')

describe('lanes', () => {
  it('[M1b] stand side by side in the order of letters, as high as each other', () => {
    const vision = merge([board('B', 100), board('A', 0), board('C', 50)])
    const [a, b, c] = ['a', 'b', 'c'].map((letter) => lane(vision, letter)) as [
      Bounds,
      Bounds,
      Bounds,
    ]
    expect(a.x + a.w).toBeLessThan(b.x)
    expect(b.x + b.w).toBeLessThan(c.x)
    expect(new Set([a.y, b.y, c.y]).size).toBe(1)
    expect(new Set([a.h, b.h, c.h]).size).toBe(1)
  })

  it('[M1b] frame all work of their group', () => {
    const vision = merge([board('A', -900), board('B', 3000)])
    for (const letter of ['a', 'b']) {
      const work = bounds([record(vision, `shape:from.bord-${letter}.een`)]) as Bounds
      expect(isWithin(work, lane(vision, letter))).toBe(true)
    }
  })

  it('[M1b] show the steps of all groups at the same height', () => {
    const vision = merge([board('A', 0), board('B', 0)])
    const heights = ['a', 'b'].map(
      (letter) => record(vision, `shape:label.bord-${letter}.vak`)['y'],
    )
    expect(heights).toEqual([0, 0])
  })

  it('[M1d] stay where they are and as wide as they are when a board grows', () => {
    const vision = merge([board('A', 0), board('B', 0)])
    const before = lane(vision, 'b')
    const neighbour = vision.fields('shape:from.bord-b.een')
    merge([withNote(board('A', 0), 1300, 5000), board('B', 0)], vision)
    const after = lane(vision, 'b')
    expect([after.x, after.w]).toEqual([before.x, before.w])
    expect(after.y + after.h).toBeGreaterThan(5000)
    expect(vision.fields('shape:from.bord-b.een')).toEqual(neighbour)
  })

  it('[M1d] never run into each other: what a lane cannot hold gets a further lane', () => {
    const vision = merge([board('A', 0), board('B', 0)])
    merge([withNote(board('A', 0), 1900, 0), board('B', 0)], vision)
    const further = bounds([record(vision, laneId('groep-a', 2))]) as Bounds
    const second = lane(vision, 'b')
    expect(further.x).toBeGreaterThan(second.x + second.w)
    const late = bounds([record(vision, 'shape:from.bord-a.laat')]) as Bounds
    expect(isWithin(late, further)).toBe(true)
    expect(record(vision, laneId('groep-a', 2)).props).toMatchObject({ letter: 'A' })
  })

  it('[M1d] is not stretched by one line far away', () => {
    const vision = merge([withNote(board('A', 0), 800_000, 0), board('B', 0)])
    expect(lane(vision, 'a').w).toBeLessThan(2000)
    expect(record(vision, 'shape:from.bord-a.laat')['x'] as number).toBeLessThan(5000)
  })

  it('[M1d] keep a bound arrow with what it points at, wherever its record says it is', () => {
    const records = [
      ...board('A', 0).records.map((one) => one.record),
      anArrow('pijl', { x: 90_000 }),
      aBinding('naar', 'end', 'shape:pijl', 'shape:een'),
    ]
    const vision = merge([aGroupBoard('A', records)])
    expect(vision.get(laneId('groep-a', 2))).toBeUndefined()
  })

  it('[M1d] leave alone what facilitators already put on the vision', () => {
    const vision = new TestBoard([aNote('welkom', 'Welkom', { x: 50, y: 50 })])
    merge([board('A', 0)], vision)
    expect(lane(vision, 'a').x).toBeGreaterThan(250)
  })

  it('[M1d] give a group that comes later a lane at the end', () => {
    const vision = merge([board('B', 0)])
    const before = lane(vision, 'b')
    merge([board('A', 0), board('B', 0)], vision)
    expect(lane(vision, 'b').x).toBe(before.x)
    expect(lane(vision, 'a').x).toBeGreaterThan(before.x + before.w)
  })

  it('[M1b] exist for a group that made nothing yet', () => {
    const vision = merge([aGroupBoard('A', [])])
    expect(lane(vision, 'a').w).toBeGreaterThan(0)
  })
})

function board(letter: string, x: number): SourceBoard {
  return aGroupBoard(letter, [zone, aNote('een', 'Meer groen', { x, y: 300 })])
}

function withNote(board: SourceBoard, x: number, y: number): SourceBoard {
  const late = aGroupBoard('A', [aNote('laat', 'Nog iets', { x, y })])
  return { ...board, records: [...board.records, ...late.records] }
}

function merge(boards: readonly SourceBoard[], vision = new TestBoard()): TestBoard {
  vision.apply(planMerge({ boards, vision: vision.all(), merge: 1 }).writes)
  expect(planMerge({ boards, vision: vision.all(), merge: 2 }).writes).toEqual([])
  return vision
}

function lane(vision: TestBoard, letter: string): Bounds {
  return bounds([record(vision, laneId(`groep-${letter}`, 1))]) as Bounds
}

function record(vision: TestBoard, id: string): StoredRecord['record'] {
  return vision.get(id)?.record as StoredRecord['record']
}

function isWithin(inner: Bounds, outer: Bounds): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  )
}
