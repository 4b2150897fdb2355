import { T } from '@tldraw/validate'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkRecord } from '../record/check-record.ts'
import { aReader, read } from '../test/files.ts'
import { aFrame, aNote, aZone } from '../test/records.ts'
import { indexesBehind } from './indexes.ts'
import { readLines } from './note-block.ts'
import { placeOnBoard } from './place-on-board.ts'

describe('[I31] indexes', () => {
  it('are fresh, valid and distinct among siblings, whatever the file and the board have', () => {
    const index = fc.oneof(
      fc.constantFrom('a1', 'a10', 'zz', '', 'Zz', 'a'.repeat(601), 'b00'),
      fc.string(),
    )
    const shapes = fc.array(fc.record({ index, isInside: fc.boolean() }), {
      minLength: 1,
      maxLength: 80,
    })
    fc.assert(
      fc.property(fc.array(index), shapes, (board, added) => {
        const standing = board.map((each, number) => aNote(`b${number}`, { index: each }))
        const fromFile = added.map(({ index: each, isInside }, number) => ({
          ...aNote(`n${number}`, { index: each }),
          ...(isInside && { parentId: 'shape:f' }),
        }))
        const { records } = placeOnBoard(standing, [aFrame('f'), ...fromFile])
        for (const record of records) expect(T.indexKey.isValid(record['index'])).toBe(true)
        for (const siblings of Map.groupBy(records, ({ parentId }) => parentId).values()) {
          const given = siblings.map((each) => JSON.stringify(each['index']))
          expect(given).toEqual(
            [...new Set(given)].toSorted((one, other) => (one < other ? -1 : 1)),
          )
        }
      }),
    )
  })

  it('stay short after a thousand files', () => {
    let last = 'a1V'
    for (let file = 0; file < 1000; file++) last = indexesBehind(last, 4).at(-1) ?? ''
    expect(last.length).toBeLessThan(5)
    expect(indexesBehind('Zy', 3)).toEqual(['Zz', 'a0', 'a1'])
    expect(indexesBehind('Yzz', 2)).toEqual(['Z0', 'Z1'])
    expect(indexesBehind('azV', 2)).toEqual(['b00', 'b01'])
  })
})

describe('[I12] what comes from a file', () => {
  it('stands where it stood when nothing is in the way', () => {
    const { records, area } = placeOnBoard([aZone('z'), aNote('ver', { x: 5000 })], [aNote('new')])
    expect(records).toMatchObject([{ x: 100, y: 200 }])
    expect(area).toEqual({ x: 100, y: 200, w: 200, h: 200 })
  })

  it('stands to the right of everything when something is in the way', () => {
    const board = [aZone('z'), aNote('a'), aNote('b', { x: 3000, y: 900 })]
    const { records } = placeOnBoard(board, [aNote('new'), aNote('more', { x: 400 })])
    expect(records.map(({ x, y }) => [x, y])).toEqual([
      [3400, 200],
      [3700, 200],
    ])
  })

  it('stands to the right of everything, zones as well, when it stood nowhere', () => {
    const { records } = placeOnBoard([aZone('z')], [aNote('new', { x: 0, y: 0 })], true)
    expect(records).toMatchObject([{ x: 1100, y: 200 }])
  })

  it('[B143] that is nested too deep stands on the page where it was', () => {
    const deep = Array.from({ length: 90 }, (_, number) =>
      aFrame(`f${number}`, {
        parentId: number === 0 ? 'page:page' : `shape:f${number - 1}`,
        x: number === 0 ? 0 : 1,
        y: 0,
      }),
    )
    const { records } = placeOnBoard([], deep)
    const onPage = records.filter(({ parentId }) => parentId === 'page:page')
    expect(onPage.map(({ id, x }) => [id, x])).toEqual([
      ['shape:f0', 0],
      ['shape:f33', 33],
      ['shape:f66', 66],
    ])
    expect(new Set(onPage.map(({ index }) => index)).size).toBe(3)
  })

  it('lies on top, in its own order, and takes along what stands in it', () => {
    const inside = { ...aNote('in', { x: 5, y: 6 }), parentId: 'shape:f' }
    const { records } = placeOnBoard([aNote('a', { index: 'a7k' })], [aFrame('f'), inside])
    const [frame, note] = records
    expect(frame?.['index']).toBe('a8')
    expect(note).toEqual({ ...inside, index: 'a1' })
    const many = read(readLines('woord\n'.repeat(4000), aReader())).records
    const placed = placeOnBoard([aNote('a')], many).records
    const indexes = placed.map(({ index }) => JSON.stringify(index))
    const inOrder = [...new Set(indexes)].toSorted((one, other) => (one < other ? -1 : 1))
    expect(indexes).toEqual(inOrder)
    for (const record of placed.slice(-3)) expect(checkRecord(record)).toMatchObject({ ok: true })
  })
})
