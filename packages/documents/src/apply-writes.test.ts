import { fieldsOf, planMerge } from '@stip/board'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyWrites } from './apply-writes.ts'
import { checkRecord } from './record/check-record.ts'
import { checkUpdate } from './gateway/check-update.ts'
import { readBoard, readRecord } from './record/read-record.ts'
import {
  aBinding,
  aDocument,
  aFrame,
  anArrow,
  aNote,
  exchange,
  richText,
  updatesOf,
} from './test/records.ts'
import { changeFields, createRecord } from './record/write-record.ts'

describe('the writes of a merge', () => {
  it('[B13] make the vision what the plan says, so that the same merge again writes nothing', () => {
    const [board, vision] = [aGroupBoard(), aDocument(2)]
    mergeInto(vision, board)
    expect(readBoard(vision).length).toBeGreaterThanOrEqual(readBoard(board).length)
    expect(readBoard(vision).every(({ record }) => checkRecord(record).ok)).toBe(true)
    expect(updatesOf(vision, () => mergeInto(vision, board))).toEqual([])
  })

  it('[B13] bring later changes of the source to the vision', () => {
    const [board, vision] = [aGroupBoard(), aDocument(2)]
    mergeInto(vision, board)
    changeFields(board, 'shape:a', { t: richText('veel meer groen') })
    mergeInto(vision, board)
    expect(JSON.stringify(readRecord(vision, 'shape:from.b1.a'))).toContain('veel meer groen')
  })

  it('[B13] leave a vision that the facilitator can go on with', () => {
    const [board, vision] = [aGroupBoard(), aDocument(2)]
    mergeInto(vision, board)
    const facilitator = aDocument(3)
    exchange(vision, facilitator)
    const frame = 'shape:from.b1.f'
    const updates = updatesOf(facilitator, () => {
      createRecord(facilitator, aNote('new', { parentId: frame }))
      changeFields(facilitator, 'shape:from.b1.a', fieldsOf(aNote('a', { parentId: frame })))
      createRecord(facilitator, { ...aBinding('new', 'from.b1.p', 'new') })
    })
    expect(checkUpdate(vision, Y.mergeUpdates(updates), 'facilitator')).toMatchObject({
      kind: 'accepted',
    })
  })
})

function aGroupBoard(): Y.Doc {
  const board = aDocument(1)
  createRecord(board, aNote('a', { props: { richText: richText('meer groen') } }))
  createRecord(board, aFrame('f'))
  createRecord(board, aNote('in', { parentId: 'shape:f' }))
  createRecord(board, anArrow('p'))
  createRecord(board, aBinding('b', 'p', 'a'))
  return board
}

function mergeInto(vision: Y.Doc, board: Y.Doc): void {
  const group = { id: 'g1', letter: 'A', name: 'Noord', color: 'group-a' } as const
  const { writes } = planMerge({
    boards: [{ board: 'b1', group, records: readBoard(board) }],
    vision: readBoard(vision),
    merge: 1,
  })
  vision.transact(() => applyWrites(vision, writes))
}
