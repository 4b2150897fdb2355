import { fieldsOf, zoneRecord } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { checkRecord } from './check-record.ts'
import { liveRecords } from './live-records.ts'
import { readRecord } from './read-record.ts'
import { aBinding, aDocument, aFrame, anArrow, aNote, exchange } from '../test/records.ts'
import { changeFields, createRecord } from './write-record.ts'

describe('what a board shows', () => {
  it('[B30] leaves out what is gone', () => {
    const document = aBoard(aNote('a'), aNote('b'))
    changeFields(document, 'shape:a', { gone: true })
    expect(idsOn(document)).toEqual(['shape:b'])
  })

  it('[B31] leaves what was in a deleted frame where people saw it', () => {
    const inside = aNote('a', { parentId: 'shape:f', x: 10, y: 20 })
    const document = aBoard(aFrame('f', { x: 1000, y: 500, rotation: Math.PI / 2 }), inside)
    changeFields(document, 'shape:f', { gone: true })
    expect(liveRecords(document)).toEqual([
      { ...inside, parentId: 'page:page', x: 980, y: 510, rotation: Math.PI / 2 },
    ])
  })

  it('[B31] shows what has a parent that never was, or that is no frame', () => {
    const lost = aNote('a', { parentId: 'shape:unknown' })
    const stuck = aNote('b', { parentId: 'shape:a', x: 1, y: 1 })
    expect(liveRecords(aBoard(lost, stuck))).toMatchObject([
      { id: 'shape:a', parentId: 'page:page', x: 100, y: 200 },
      { id: 'shape:b', parentId: 'page:page', x: 101, y: 201 },
    ])
  })

  it('[B32] breaks a circle of parents in the same place for everybody', () => {
    const anna = aBoard(aFrame('a'), aFrame('b'), aNote('n', { parentId: 'shape:b' }))
    const bram = aDocument(2)
    exchange(anna, bram)
    changeFields(anna, 'shape:a', fieldsOf(aFrame('a', { parentId: 'shape:b' })))
    changeFields(bram, 'shape:b', fieldsOf(aFrame('b', { parentId: 'shape:a' })))
    exchange(anna, bram)
    expect(liveRecords(anna)).toEqual(liveRecords(bram))
    expect(liveRecords(anna).map((record) => record['parentId'])).toEqual([
      'page:page',
      'shape:a',
      'shape:b',
    ])
  })

  it('[B33] leaves out bindings that tie nothing, and keeps the arrow', () => {
    const document = aBoard(anArrow('p'), aNote('a'), aBinding('b', 'p', 'a'))
    changeFields(document, 'shape:a', { gone: true })
    expect(idsOn(document)).toEqual(['shape:p'])
  })

  it('[B33] keeps one binding for each end of an arrow', () => {
    const document = aBoard(
      anArrow('p'),
      aNote('a'),
      aNote('b'),
      aBinding('2', 'p', 'a'),
      aBinding('1', 'p', 'b'),
      aBinding('3', 'p', 'a', 'start'),
    )
    expect(idsOn(document).slice(0, 2)).toEqual(['binding:1', 'binding:3'])
  })

  it('[B34] gives siblings that share an index their own, between their neighbours', () => {
    const document = aBoard(
      ...['c', 'a', 'b'].map((name) => aNote(name, { index: 'a1' })),
      aNote('d', { index: 'a1001V' }),
      aNote('e', { index: 'a2' }),
      aNote('f', { index: 'a2' }),
      aNote('in', { index: 'a1', parentId: 'shape:g' }),
      aFrame('g', { index: 'a3' }),
    )
    const live = liveRecords(document)
    const onPage = live.filter((record) => record['parentId'] === 'page:page')
    expect(new Set(onPage.map((record) => record['index'])).size).toBe(onPage.length)
    expect(
      onPage
        .toSorted(byIndex)
        .map((record) => record.id.slice(6))
        .join(''),
    ).toBe('abcdefg')
    expect(live.every((record) => checkRecord(record).ok)).toBe(true)
    expect(live.find((record) => record.id === 'shape:in')).toMatchObject({ index: 'a1' })
  })
})

describe('zones that grow', () => {
  const zone = zoneRecord({
    id: 'shape:vak',
    x: 0,
    y: 0,
    w: 1000,
    h: 500,
    title: 'Ideeën',
    question: '',
    color: 'yellow',
    style: 'area',
    letter: '',
    index: 'Y00',
  })
  const low = aNote('laag', { x: 100, y: 900, meta: { zone: zone.id } })
  const below = aNote('onder', { x: 100, y: 600 })

  it('[B36] are shown as high as what is in them, and the rest below them, whoever reads', () => {
    const document = aBoard(below, zone, low)
    const shown = liveRecords(document)
    expect(shown.map(({ id, y, props }) => [id, y, props['h']])).toEqual([
      ['shape:laag', 900, undefined],
      ['shape:onder', 600 + 640, undefined],
      ['shape:vak', 0, 500 + 640],
    ])
    expect(readRecord(document, zone.id)?.record.props['h']).toBe(500)
    expect(shown.every((record) => checkRecord(record).ok)).toBe(true)
  })

  it('[B36] leave what was in a deleted frame where people saw it', () => {
    const frame = aFrame('lijst', { x: 100, y: 800, meta: { zone: zone.id } })
    const inside = aNote('erin', { parentId: frame.id, x: 10, y: 20 })
    const document = aBoard(zone, low, frame, inside)
    changeFields(document, frame.id, { gone: true })
    expect(liveRecords(document)).toContainEqual({
      ...inside,
      x: 110,
      y: 820,
      parentId: 'page:page',
      meta: { zone: zone.id },
    })
  })
})

function byIndex(one: BoardRecord, other: BoardRecord): number {
  return (one['index'] as string) < (other['index'] as string) ? -1 : 1
}

function aBoard(...records: readonly ReturnType<typeof aNote>[]): Y.Doc {
  const document = aDocument(1)
  for (const record of records) createRecord(document, record)
  return document
}

function idsOn(document: Y.Doc): string[] {
  return liveRecords(document).map((record) => record.id)
}
