import { fieldsOf } from '@stip/board'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { generationMarksOf, isOfEarlierGeneration } from './generation/generation-marks.ts'
import { closeClients, generationOf, prepareBoard } from './generation/generation.ts'
import { readBoard, readRecord, textFragment } from './record/read-record.ts'
import { plainTextOf } from './text/rich-text.ts'
import {
  aDocument,
  aFrame,
  anArrow,
  anAsset,
  aNote,
  exchange,
  richText,
  updatesOf,
} from './test/records.ts'
import { changeFields, createRecord, setSources } from './record/write-record.ts'

describe('a board document', () => {
  it('[B1] keeps a record as it was created, its text apart', () => {
    const document = aDocument(1)
    createRecord(document, aNote('a', { props: { richText: richText('Meer groen') } }))
    const map = document.getMap<Y.Map<unknown>>('records').get('shape:a')
    expect([...(map?.keys() ?? [])].toSorted()).toEqual(['$', 't'])
    expect(map?.get('$')).toMatchObject({ typeName: 'shape', type: 'note', xy: [100, 200] })
    expect(map?.get('$')).not.toHaveProperty('t')
    expect(readRecord(document, 'shape:a')?.record).toEqual(
      aNote('a', { props: { richText: richText('Meer groen') } }),
    )
  })

  it.each([aNote('a'), aFrame('f'), anArrow('p'), anAsset('s')])(
    '[B1] gives back every kind of record: $type',
    (record) => {
      const document = aDocument(1)
      createRecord(document, record)
      expect(readBoard(document)).toEqual([
        { record, isGone: false, isTemplate: false, sources: [], base: undefined },
      ])
    },
  )

  it('[B2] writes only what differs', () => {
    const document = aDocument(1)
    createRecord(document, aNote('a'))
    const nothing = updatesOf(document, () =>
      changeFields(document, 'shape:a', fieldsOf(aNote('a'))),
    )
    expect(nothing).toEqual([])
    changeFields(document, 'shape:a', { ...fieldsOf(aNote('a')), 'p.color': 'blue' })
    const map = document.getMap<Y.Map<unknown>>('records').get('shape:a')
    expect([...(map?.keys() ?? [])].toSorted()).toEqual(['$', 'p.color', 't'])
  })

  it('[B3] rounds places to an eighth of a pixel', () => {
    const document = aDocument(1)
    createRecord(document, aNote('a', { x: 10.07, y: -3.99 }))
    expect(readRecord(document, 'shape:a')?.record).toMatchObject({ x: 10.125, y: -4 })
  })

  it('[B4] keeps a deleted record, with what others write in it meanwhile', () => {
    const [anna, bram] = twoWith(aNote('a'))
    changeFields(anna, 'shape:a', { gone: true })
    changeFields(bram, 'shape:a', { t: richText('nog even') })
    exchange(anna, bram)
    expect(readRecord(bram, 'shape:a')?.isGone).toBe(true)
    createRecord(anna, aNote('a', { props: { richText: richText('nog even') } }))
    exchange(anna, bram)
    expect(readRecord(bram, 'shape:a')).toMatchObject({ isGone: false })
    expect(wordsOf(bram)).toBe('nog even')
  })

  it('[B5] gives every text-bearing shape one paragraph that two first typists share', () => {
    const [anna, bram] = twoWith(aNote('a'))
    changeFields(anna, 'shape:a', { t: richText('bomen') })
    changeFields(bram, 'shape:a', { t: richText('water') })
    exchange(anna, bram)
    expect(textFragment(anna, 'shape:a')?.length).toBe(1)
    expect(wordsOf(anna)).toContain('bomen')
    expect(wordsOf(anna)).toContain('water')
    expect(readBoard(anna)).toEqual(readBoard(bram))
  })

  it('[B6] lets a move and an edit of the text at the same moment both survive', () => {
    const [anna, bram] = twoWith(aNote('a'))
    changeFields(anna, 'shape:a', { xy: [500, 600] })
    changeFields(bram, 'shape:a', { t: richText('een plein') })
    exchange(anna, bram)
    expect(readRecord(anna, 'shape:a')?.record).toMatchObject({ x: 500, y: 600 })
    expect(wordsOf(anna)).toBe('een plein')
  })

  it.each([
    [1, 2],
    [2, 1],
  ])('[B7] ignores a nudge in a parent that somebody else just changed (%d, %d)', (one, other) => {
    const [anna, bram] = twoWith(aNote('a', { x: 3000, y: 100 }), [one, other])
    createRecord(anna, aFrame('f', { x: 2900, y: 0 }))
    exchange(anna, bram)
    changeFields(anna, 'shape:a', { pi: ['shape:f', 'a1'], xy: [100, 100, 'shape:f'] })
    changeFields(bram, 'shape:a', { xy: [3001, 100] })
    exchange(anna, bram)
    for (const document of [anna, bram]) {
      expect(readRecord(document, 'shape:a')?.record).toMatchObject({
        parentId: 'shape:f',
        x: 100,
        y: 100,
      })
    }
    changeFields(bram, 'shape:a', { xy: [110, 100, 'shape:f'] })
    exchange(anna, bram)
    expect(readRecord(anna, 'shape:a')?.record).toMatchObject({ x: 110, y: 100 })
  })

  it.each([
    [[3000, 100], 'shape:f', { x: 0, y: 0 }],
    [[5, 6, 'shape:other'], 'page:page', { x: 100, y: 200 }],
  ])(
    '[B7] shows the best place there is when a parent came without one: %j',
    (xy, parent, place) => {
      const document = aDocument(1)
      createRecord(document, aNote('a'))
      const map = document.getMap<Y.Map<unknown>>('records').get('shape:a')
      map?.set('pi', [parent, 'a1'])
      map?.set('xy', xy)
      expect(readRecord(document, 'shape:a')?.record).toMatchObject({ parentId: parent, ...place })
    },
  )

  it('[B8] keeps what the server knows about a record apart from its fields', () => {
    const document = aDocument(1)
    const sources = [{ board: 'b1', record: 'shape:x', revision: 2, group: 'g1' }]
    createRecord(document, aNote('a'), { isTemplate: true })
    setSources(document, 'shape:a', sources, fieldsOf(aNote('a')))
    expect(readRecord(document, 'shape:a')).toEqual({
      record: aNote('a'),
      isGone: false,
      isTemplate: true,
      sources,
      base: fieldsOf(aNote('a')),
    })
    expect(() => changeFields(document, 'shape:a', { sources: [] })).toThrow(RangeError)
  })

  it('[B9] has a generation from before the first person joins', () => {
    const document = aDocument(1)
    expect(generationOf(document)).toBe(0)
    prepareBoard(document, 3)
    expect(generationOf(document)).toBe(3)
    prepareBoard(document, 4)
    expect(generationOf(document)).toBe(4)
  })

  it('[B18] tells from a state vector who saw an earlier generation only', () => {
    const first = aDocument(1)
    prepareBoard(first)
    createRecord(first, aNote('old'))
    const stale = aDocument(2)
    exchange(first, stale)
    const board = aDocument(3)
    exchange(first, board)
    prepareBoard(board, 9)
    const marks = generationMarksOf(board)
    const isStale = (document: Y.Doc): boolean =>
      isOfEarlierGeneration(marks, Y.encodeStateVector(document))
    createRecord(stale, aNote('late'))
    const newcomer = aDocument(4)
    const withOwnWork = aDocument(5)
    createRecord(withOwnWork, aNote('own'))
    expect([stale, board, newcomer, withOwnWork].map(isStale)).toEqual([true, false, false, false])
    exchange(board, newcomer)
    expect(isStale(newcomer)).toBe(false)
    const compacted = aDocument(6)
    Y.applyUpdate(compacted, Y.encodeStateAsUpdate(board))
    expect(generationMarksOf(compacted)).toEqual(marks)
    expect(isOfEarlierGeneration(marks, Uint8Array.of(9, 255))).toBe(false)
    expect(isOfEarlierGeneration(generationMarksOf(first), Y.encodeStateVector(stale))).toBe(false)
  })

  it('[B101] knows who wrote on what was replaced, however often that happens', () => {
    const first = aDocument(1)
    prepareBoard(first)
    expect(generationMarksOf(first).closed).toEqual(new Set())
    const stale = aDocument(2)
    exchange(first, stale)
    createRecord(stale, aNote('old'))
    const second = aDocument(3)
    exchange(stale, second)
    prepareBoard(second, 2)
    expect(generationMarksOf(second).closed).toEqual(new Set([1, 2]))
    closeClients(second, [77])
    const person = aDocument(4)
    exchange(second, person)
    createRecord(person, aNote('new'))
    const third = aDocument(5)
    exchange(person, third)
    prepareBoard(third, 3)
    prepareBoard(third, 3)
    expect(generationMarksOf(third).closed).toEqual(new Set([1, 2, 3, 4, 77]))
  })
})

function twoWith(
  record: ReturnType<typeof aNote>,
  [one, other]: readonly [number, number] | number[] = [1, 2],
): [Y.Doc, Y.Doc] {
  const [anna, bram] = [aDocument(one ?? 1), aDocument(other ?? 2)]
  createRecord(anna, record)
  exchange(anna, bram)
  return [anna, bram]
}

function wordsOf(document: Y.Doc): string {
  return plainTextOf(readRecord(document, 'shape:a')?.record.props['richText'])
}
