import { below, seededRandom, shuffled } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import { bounds, geometryOf } from './bounds.ts'
import { nestingOf } from './nesting.ts'
import { outlineOf } from './outline/outline.ts'
import { planMerge } from './merge/merge.ts'
import { PagePlaces } from './merge/page-places.ts'
import type { PagePlace } from './merge/page-places.ts'
import type { BoardRecord } from './record.ts'

describe('[O42] what shapes are nested in', () => {
  it('the page is nobody: only frames and groups that are there hold something', () => {
    const shapes = board(
      aShape('a', 'page:page', 'frame'),
      aShape('b', 'a'),
      aShape('c', 'b'),
      aShape('d', 'weg'),
      aShape('e', 'e', 'frame'),
    )
    expect([...nestingOf(shapes)]).toEqual([['b', 'a']])
  })

  it('a circle is broken at its smallest id, whoever looks first', () => {
    const circle = [aShape('c', 'a', 'frame'), aShape('a', 'b', 'group'), aShape('b', 'c', 'frame')]
    const all = [...circle, aShape('d', 'c'), aShape('e', 'a', 'frame'), aShape('f', 'e')]
    for (let seed = 1; seed <= 20; seed++) {
      const nested = nestingOf(board(...shuffled(all, seededRandom(seed))))
      expect(Object.fromEntries(nested)).toEqual({ b: 'c', c: 'a', d: 'c', e: 'a', f: 'e' })
    }
  })

  it('what would be too deep stands on the page, and what is in it begins anew', () => {
    const nested = nestingOf(board(...chain(10)), 3)
    const onPage = chain(10).filter(({ id }) => !nested.has(id))
    expect(onPage.map(({ id }) => id)).toEqual(['0000', '0004', '0008'])
  })

  it('is the same in whatever order the shapes come, and never deeper than it may be', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = seededRandom(seed)
      const all = Array.from({ length: 30 }, (_, id) =>
        aShape(name(id), name(below(random, 32)), below(random, 4) === 0 ? 'note' : 'frame'),
      )
      const nested = nestingOf(board(...all), 4)
      expect(nestingOf(board(...shuffled(all, random)), 4)).toEqual(nested)
      for (const start of nested.keys()) {
        let depth = 0
        for (let id = nested.get(start); id !== undefined; id = nested.get(id)) depth++
        expect(depth).toBeLessThanOrEqual(4)
      }
    }
  })
})

describe('[O43] no walk over a board goes back over what it did', () => {
  // Twice as much is looked at twice as often, in whatever order it comes; a slow way would be four times.
  it.each(['from the top', 'from the bottom', 'mixed'])('%s', (order) => {
    const steps = [1000, 2000].map((count) => {
      let looks = 0
      const counted = chain(count).map((shape) => {
        const { parentId } = shape
        return Object.defineProperty({ ...shape }, 'parentId', {
          enumerable: true,
          get: () => (looks++, parentId),
        })
      })
      const records = inOrder(counted, order)
      const shapes = board(...records)
      nestingOf(shapes)
      const places = new PagePlaces((id) => shapes.get(id))
      for (const shape of records) places.placeOf(shape)
      const geometry = geometryOf(records)
      for (const shape of records) geometry.boundsOf(shape)
      return looks
    })
    expect(steps[1]).toBeLessThan(2.1 * (steps[0] ?? 0))
  })

  it('however deep it is: 20,000 groups in each other are read, measured and put into words', () => {
    const records = [...chain(20_000, 'group'), { ...aShape('x', '19999', 'note'), x: 3, y: 4 }]
    expect(bounds(records)).toEqual({ x: 20_003, y: 4, w: 200, h: 200 })
    const words = outlineOf(records).sections.flatMap(({ items }) => items.map(({ id }) => id))
    expect(words).toEqual(['x'])
  })

  it('and merged: everything arrives on the spot where it was, and the next merge finds nothing', () => {
    const records = chain(3000).map((record) => ({ ...stored, record }))
    const group = { id: 'g', letter: 'A', name: 'Groep A', color: 'group-a' } as const
    const boards = [{ board: 'b', group, records }]
    const plan = planMerge({ boards, vision: [], merge: 1 })
    const made = plan.writes.flatMap((write) => (write.kind === 'create' ? [write] : []))
    expect(plan.summary.added).toBe(3000)
    const vision = made.map((write) => ({ ...write, isGone: false }))
    expect(planMerge({ boards, vision, merge: 2 }).writes).toEqual([])
    const geometry = geometryOf(made.map(({ record }) => record))
    const cards = made.filter(({ isTemplate }) => !isTemplate).map(({ record }) => record)
    const left = geometry.placeOf(cards[0] as BoardRecord).x
    expect(cards.every((card, place) => geometry.placeOf(card).x === left + place)).toBe(true)
  })

  it('a place in a circle does not depend on who is asked first', () => {
    const circle = [aShape('b', 'a'), aShape('a', 'c'), aShape('c', 'b'), aShape('d', 'b')]
    for (let seed = 1; seed <= 10; seed++) {
      expect(placesOf(shuffled(circle, seededRandom(seed)))).toEqual(placesOf(circle))
    }
  })
})

const stored = { isGone: false, isTemplate: false, sources: [], base: undefined }

function placesOf(all: readonly BoardRecord[]): ReadonlyMap<string, PagePlace> {
  const shapes = board(...all)
  const places = new PagePlaces((id) => shapes.get(id))
  return new Map(all.map((shape) => [shape.id, places.placeOf(shape)]))
}

function inOrder(records: readonly BoardRecord[], order: string): readonly BoardRecord[] {
  if (order === 'mixed') return shuffled(records, seededRandom(1))
  return order === 'from the top' ? records : records.toReversed()
}

/** Frames in each other, each one px further. */
function chain(count: number, type = 'frame'): BoardRecord[] {
  return Array.from({ length: count }, (_, id) =>
    aShape(name(id), id === 0 ? 'page:page' : name(id - 1), type),
  )
}

function name(id: number): string {
  return String(id).padStart(4, '0')
}

function board(...shapes: readonly BoardRecord[]): ReadonlyMap<string, BoardRecord> {
  return new Map(shapes.map((shape) => [shape.id, shape]))
}

function aShape(id: string, parentId: string, type = 'note'): BoardRecord {
  return {
    id,
    typeName: 'shape',
    type,
    x: 1,
    y: 0,
    rotation: 0,
    index: 'a1',
    parentId,
    isLocked: false,
    opacity: 1,
    props: { w: 10, h: 10 },
    meta: {},
  }
}
