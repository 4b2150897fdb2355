import { boardShapes, checkRecord } from '@stip/documents'
import { aFrame, anArrow, aNote, aStip, aZone } from '@stip/documents/examples'
import { defaultShapeUtils } from 'tldraw'
import type { TLRecord, TLShape } from 'tldraw'
import { describe, expect, it } from 'vitest'
import { createBoardStore, shapeUtils } from '../../setup/board-store.ts'
import { noteChecked, trustChecked } from './checked.ts'
import { sharedRecordOf } from '../shared-record.ts'

describe('records that were checked before they come to the store', () => {
  it('are of kinds that the store checks with the same validators', () => {
    const utils = new Map(
      [...defaultShapeUtils, ...shapeUtils].map(({ type, props }) => [type as string, props]),
    )
    for (const [type, { props }] of Object.entries(boardShapes)) {
      expect(Object.entries(utils.get(type) ?? {})).toEqual(Object.entries(props))
    }
  })

  it.each([aNote('a'), aFrame('f'), anArrow('p'), aZone('z'), aStip('s')])(
    'are taken as they are, and would be: $type',
    (record) => {
      expect(checkRecord(record).ok).toBe(true)
      const store = createBoardStore()
      store.put([sharedRecordOf(record)])
      store.remove([sharedRecordOf(record).id])
      trustChecked(store)
      noteChecked(record)
      store.put([sharedRecordOf(record)])
      expect(store.get(sharedRecordOf(record).id)).toEqual(record)
    },
  )

  it('are told from all others, and from what they are changed into', () => {
    const store = createBoardStore()
    trustChecked(store)
    const record = aNote('a')
    noteChecked(record)
    const broken = { ...record, x: 'far' } as unknown as TLRecord
    expect(() => store.put([broken])).toThrow('x')
    store.put([sharedRecordOf(record)])
    noteChecked(broken)
    expect(() => store.put([broken])).toThrow('x')
  })

  it('may move, and nothing else', () => {
    const store = createBoardStore()
    trustChecked(store)
    const note = sharedRecordOf(aNote('a')) as TLShape
    store.put([note])
    store.put([{ ...note, x: 7, y: -3.5 }])
    expect(store.get(note.id)).toMatchObject({ x: 7, y: -3.5 })
    const wrong = [
      { x: Number.NaN },
      { y: 'below' },
      { y: Infinity },
      { x: 8, index: '' },
      { x: 8, opacity: 2 },
      { x: 8, rotation: null },
      { x: 8, isLocked: 'no' },
      { x: 8, parentId: 'nowhere' },
      { x: 8, meta: { a: () => 1 } },
      { x: 8, type: 'cloud' },
      { x: 8, props: { ...note.props, color: 'loud' } },
      { x: 8, extra: 1 },
    ]
    const taken = wrong.filter((change) => {
      try {
        store.put([{ ...note, ...change } as TLShape])
        return true
      } catch {
        return false
      }
    })
    expect(taken).toEqual([])
    expect(store.get(note.id)).toMatchObject({ x: 7, y: -3.5 })
  })
})
