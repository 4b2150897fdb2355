import { beforeEach, describe, expect, it } from 'vitest'
import { planMerge } from './merge/merge.ts'
import { planRestore, planUndoRestore } from './restore.ts'
import { aGroupBoard, aNote, anAsset, aZone, richText } from './test/records.ts'
import { TestBoard } from './test/test-board.ts'
import { appliedWrites } from './merge/undo.ts'
import type { AppliedWrite } from './merge/undo.ts'
import type { StoredRecord } from './record.ts'

let board: TestBoard
let moment: readonly StoredRecord[]

beforeEach(() => {
  board = new TestBoard([
    aZone('vak', 'Dromen'),
    aNote('een', 'eerste', { x: 10, y: 20 }),
    aNote('twee', 'tweede'),
  ])
  moment = board.all()
})

describe('restoring a moment', () => {
  it('[R1] gives every field the value it had then', () => {
    board.change('shape:een', { t: richText('anders'), 'p.color': 'red', 'm.keyCard': true })
    board.change('shape:een', { xy: [500, 600] })
    restore()
    expect(board.fields('shape:een')).toMatchObject({
      t: richText('eerste'),
      'p.color': 'yellow',
      'm.keyCard': null,
      xy: [10, 20],
    })
  })

  it('[R1] hides what was made since, and removes nothing', () => {
    board.add(aNote('drie', 'derde'))
    restore()
    expect(board.get('shape:drie')).toMatchObject({ isGone: true })
    expect(board.fields('shape:drie')['t']).toEqual(richText('derde'))
  })

  it('[R2] hides again what was gone then, and shows what was deleted since', () => {
    board.remove('shape:twee')
    moment = board.all().filter(({ isGone }) => !isGone)
    board.bringBack('shape:twee')
    board.remove('shape:een')
    restore()
    expect(live()).toEqual(['shape:een'])
  })

  it('[R3] leaves zones and pictures as they are now', () => {
    const later = aZone('later', 'Loslaten')
    board = new TestBoard([...board.all(), later, anAsset('foto')])
    restore()
    expect(board.get('shape:later')?.isGone).toBe(false)
    expect(board.get('asset:foto')?.isGone).toBe(false)
  })

  it('[R4] writes nothing the second time', () => {
    board.change('shape:een', { 'm.keyCard': true, 'p.color': 'blue' })
    board.add(aNote('drie'))
    restore()
    expect(planRestore(moment, board.all())).toEqual([])
  })

  it('[R3] [R5] leaves sources true, and a later merge brings copies again', () => {
    const vision = new TestBoard()
    const before = vision.all()
    merge(vision, 1)
    const copies = vision
      .all()
      .filter(({ sources, isTemplate }) => sources.length > 0 && !isTemplate)
    expect(copies).toHaveLength(2)
    vision.apply(planRestore(before, vision.all()))
    for (const { record, sources } of copies) {
      expect(vision.get(record.id)).toMatchObject({ isGone: true, sources })
    }
    merge(vision, 2)
    for (const { record } of copies) expect(vision.get(record.id)?.isGone).toBe(false)
  })
})

describe('undoing a restore', () => {
  it('[R6] brings everything back as it was just before', () => {
    board.change('shape:een', { t: richText('anders'), xy: [5, 6] })
    board.add(aNote('drie'))
    board.remove('shape:twee')
    const before = board.all()
    undo(restore())
    expect(board.all()).toEqual(before)
  })

  it('[R6] keeps what people changed or made since', () => {
    board.change('shape:een', { 'p.color': 'red', t: richText('anders') })
    board.add(aNote('drie'))
    const applied = restore()
    board.change('shape:een', { 'p.color': 'green' })
    board.add(aNote('vier'))
    board.bringBack('shape:drie')
    undo(applied)
    expect(board.fields('shape:een')).toMatchObject({ 'p.color': 'green', t: richText('anders') })
    expect(live()).toEqual(['shape:drie', 'shape:een', 'shape:twee', 'shape:vier'])
  })
})

function restore(): readonly AppliedWrite[] {
  const writes = planRestore(moment, board.all())
  const applied = appliedWrites(writes, board.all())
  board.apply(writes)
  return applied
}

function undo(applied: readonly AppliedWrite[]): void {
  board.apply(planUndoRestore(applied, board.all()))
}

function merge(vision: TestBoard, number: number): void {
  const boards = [aGroupBoard('A', board.all())]
  vision.apply(planMerge({ boards, vision: vision.all(), merge: number }).writes)
}

function live(): readonly string[] {
  return board
    .live()
    .map(({ id }) => id)
    .toSorted((one, other) => (one < other ? -1 : 1))
}
