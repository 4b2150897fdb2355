import { isOrderKey, LONGEST_ORDER_KEY, orderKeyFrom } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import { below, seededRandom, shuffled } from '@stip/primitives'
import { T } from '@tldraw/validate'
import { describe, expect, it } from 'vitest'
import { checkRecord } from './check-record.ts'
import { checkUpdate } from '../gateway/check-update.ts'
import { liveRecords } from './live-records.ts'
import { readRecord } from './read-record.ts'
import { indexRepairs } from './sibling-order.ts'
import { aForgedValue, forged } from '../test/craft.ts'
import { aDocument, aFrame, aNote } from '../test/records.ts'
import { createRecord } from './write-record.ts'

const tooLong = `a1${'x'.repeat(LONGEST_ORDER_KEY - 1)}`
const wrong = ['', 'a', 'a10', 'b1', 'zz', tooLong, 7, null, {}]

describe('[B140] order keys at every door', () => {
  it.each(wrong)('%j does not come in', (index) => {
    const server = aDocument(7)
    createRecord(server, aNote('a'))
    const moved = aForgedValue(server, 'shape:a', 'pi', ['page:page', index])
    expect(checkUpdate(server, moved, 'person').kind).toBe('refused')
    const made = forged(server, 9, (document) => {
      const map = document.getMap<Map<string, unknown>>('records')
      createRecord(document, aNote('n'))
      const created = map.get('shape:n')?.get('$') as Record<string, unknown>
      map.get('shape:n')?.set('$', { ...created, pi: ['page:page', index] })
    })
    expect(checkUpdate(server, made, 'person').kind).toBe('refused')
  })

  it.each(wrong)('%j that is there already is read as a right one', (index) => {
    const document = aDocument(7)
    createRecord(document, aNote('a'))
    document.getMap<Map<string, unknown>>('records').get('shape:a')?.set('pi', ['page:page', index])
    const read = readRecord(document, 'shape:a')?.record as BoardRecord
    expect(checkRecord(read).ok).toBe(true)
    expect(isOrderKey(read['index'])).toBe(true)
  })

  it('what we write ourselves is right, whatever it was made from', () => {
    const server = aDocument(7)
    const update = forged(server, 9, (document) => {
      for (const [place, index] of wrong.entries())
        createRecord(document, aNote(`n${place}`, { index }))
    })
    expect(checkUpdate(server, update, 'person').kind).toBe('accepted')
  })

  it.each(['a10', '', tooLong, 'a1'])('points of a line: two of them at %j', (index) => {
    const server = aDocument(7)
    const points = { a: { id: 'a', index: 'a1', x: 0, y: 0 }, b: { id: 'b', index, x: 9, y: 9 } }
    expect(checkRecord(aLine(points)).ok).toBe(false)
    createRecord(server, aLine(points))
    expect(checkRecord(readRecord(server, 'shape:line')?.record as BoardRecord).ok).toBe(true)
    const forgery = aForgedValue(server, 'shape:line', 'p.points', points)
    expect(checkUpdate(server, forgery, 'person').kind).toBe('refused')
  })
})

describe('[B141] siblings stand in rising order, with indexes that everything can be put between', () => {
  it.each([2, 61, 62, 63, 124, 3844, 4900])('%d that share one', (count) => {
    const shapes = Array.from({ length: count }, (_, place) => aNote(`${place}`, { index: 'a1' }))
    expect(expectInOrder(shapes).size).toBe(count - 1)
  })

  it('whatever their indexes are, in whatever order they came', () => {
    const tail = ['', '1', 'V', '0V', '00V', '000001', 'zz', 'x'.repeat(250), `${'0'.repeat(250)}1`]
    const heads = [
      'a1',
      'a2',
      'b10',
      'Zz',
      `y${'z'.repeat(25)}`,
      `B${'0'.repeat(25)}`,
      `e${'z'.repeat(6)}`,
    ]
    for (let seed = 1; seed <= 300; seed++) {
      const random = seededRandom(seed)
      const shapes = Array.from({ length: 1 + below(random, 40) }, (_, place) =>
        aNote(`${place}`, {
          // What is no key at all is brought to the nearest first, each by itself.
          index: orderKeyFrom(
            `${heads[below(random, heads.length)]}${tail[below(random, tail.length)]}`,
          ),
          parentId: below(random, 3) === 0 ? 'shape:f' : 'page:page',
        }),
      )
      const repairs = expectInOrder(shapes)
      const others = indexRepairs(shuffled(shapes, random))
      expect(others).toEqual(repairs)
      const before = shapes.toSorted(byRawIndex).map(({ id }) => id)
      const after = repaired(shapes, repairs)
        .toSorted(byRawIndex)
        .map(({ id }) => id)
      const isOnPage = (id: string): boolean =>
        shapes.find((one) => one.id === id)?.['parentId'] === 'page:page'
      expect(after.filter(isOnPage)).toEqual(before.filter(isOnPage))
    }
  })

  it('also on a board, where what is put on top of the highest comes in', () => {
    const server = aDocument(7)
    createRecord(server, aFrame('top', { index: `y${'z'.repeat(25)}` }))
    createRecord(server, aFrame('bottom', { index: `B${'0'.repeat(25)}` }))
    const shown = liveRecords(server).map(({ index }) => index as string)
    expect(shown.every((index) => index.length < 40 && /^[C-Za-f]/.test(index))).toBe(true)
  })
})

function aLine(points: object): BoardRecord {
  const style = { color: 'black', dash: 'draw', size: 'm', spline: 'line', scale: 1 }
  return { ...aNote('line'), type: 'line', props: { ...style, points: points as never } }
}

function expectInOrder(shapes: readonly BoardRecord[]): ReadonlyMap<string, string> {
  const repairs = indexRepairs(shapes)
  const siblings = Map.groupBy(repaired(shapes, repairs), ({ parentId }) => parentId)
  for (const group of siblings.values()) {
    const indexes = group.map(({ index }) => index as string).toSorted()
    expect(new Set(indexes).size).toBe(indexes.length)
    expect(indexes.every(isOrderKey)).toBe(true)
    expect(Math.max(...indexes.map(({ length }) => length))).toBeLessThan(500)
    for (const index of indexes.slice(0, 50)) expect(() => T.indexKey.validate(index)).not.toThrow()
  }
  return repairs
}

function repaired(
  shapes: readonly BoardRecord[],
  repairs: ReadonlyMap<string, string>,
): BoardRecord[] {
  return shapes.map((shape) => ({
    ...shape,
    index: repairs.get(shape.id) ?? shape['index'] ?? 'a1',
  }))
}

function byRawIndex(one: BoardRecord, other: BoardRecord): number {
  const [left, right] = [one['index'] as string, other['index'] as string]
  return left === right ? (one.id < other.id ? -1 : 1) : left < right ? -1 : 1
}
