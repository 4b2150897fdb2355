import { beforeEach, describe, expect, it } from 'vitest'
import { planMerge } from './merge.ts'
import { laneId } from './merge-ids.ts'
import type { BoardRecord } from '../record.ts'
import { tally } from '../tally.ts'
import {
  aBinding,
  aFrame,
  aGroup,
  aGroupBoard,
  anArrow,
  anAsset,
  anImage,
  aNote,
  aZone,
  richText,
} from '../test/records.ts'
import { TestBoard } from '../test/test-board.ts'
import { appliedWrites, planUndo } from './undo.ts'
import type { AppliedWrite } from './undo.ts'

const copy = 'shape:from.bord-a.een'
let source: TestBoard
let vision: TestBoard
let merges: number

beforeEach(() => {
  source = new TestBoard([aZone('vak', 'Dromen'), aNote('een', 'eerste'), aNote('twee', 'tweede')])
  vision = new TestBoard([aNote('welkom')])
  merges = 0
})

describe('undoing a merge', () => {
  it('[M7] hides everything the merge made', () => {
    undo(merge())
    expect(live()).toEqual(['shape:welkom'])
    expect(vision.get(laneId('groep-a', 1))?.isGone).toBe(true)
    expect(vision.get(laneId('groep-a', 1))?.sources).toHaveLength(1)
  })

  it('[M7] brings everything again with the next merge', () => {
    const applied = merge()
    const before = shown()
    undo(applied)
    merge()
    expect(shown()).toEqual(before)
  })

  it('[M7] puts back the fields that the merge changed', () => {
    merge()
    const before = shown()
    source.change('shape:een', { t: richText('beter'), xy: [10, 10] })
    source.remove('shape:twee')
    source.add(aNote('drie'))
    undo(merge())
    expect(shown()).toEqual(before)
    merge()
    expect(vision.fields(copy)['t']).toEqual(richText('beter'))
    expect(live()).toContain('shape:from.bord-a.drie')
    expect(live()).not.toContain('shape:from.bord-a.twee')
  })

  it('[M7] keeps what people edited since', () => {
    const applied = merge()
    vision.change(copy, { 'p.color': 'blue' })
    undo(applied)
    expect(live()).toEqual([copy, 'shape:welkom'].toSorted(ascending))
    expect(vision.fields(copy)['p.color']).toBe('blue')
    expect(vision.fields(copy)['t']).toEqual(richText('eerste'))
  })

  it('[M7] keeps an edit of one field and takes back another', () => {
    merge()
    source.change('shape:een', { t: richText('beter'), 'p.color': 'green' })
    const applied = merge()
    vision.change(copy, { t: richText('nog beter') })
    undo(applied)
    expect(vision.fields(copy)).toMatchObject({ t: richText('nog beter'), 'p.color': 'yellow' })
  })

  it('[M7] keeps what a kept image or arrow needs', () => {
    source.add(aFrame('kader'), anAsset('foto'))
    source.add(anImage('foto', 'asset:foto', { parentId: 'shape:kader' }))
    const applied = merge()
    vision.change('shape:from.bord-a.foto', { 'p.w': 600 })
    vision.add(anArrow('uitleg'), aBinding('b', 'end', 'shape:uitleg', copy))
    vision.add(aBinding('c', 'start', 'shape:uitleg', 'shape:welkom'))
    undo(applied)
    expect(live()).toEqual([
      copy,
      'shape:from.bord-a.foto',
      'shape:from.bord-a.kader',
      'shape:uitleg',
      'shape:welkom',
    ])
    expect(vision.get('asset:from.bord-a.foto')?.isGone).toBe(false)
  })

  it('[M7] keeps what is in a group that people moved', () => {
    source.add(aGroup('groep'), aNote('kind', '', { parentId: 'shape:groep' }))
    const applied = merge()
    vision.change('shape:from.bord-a.groep', { xy: [40, 40] })
    undo(applied)
    expect(live()).toContain('shape:from.bord-a.kind')
  })

  it('[M7] takes notes out of a group that only the merge knew', () => {
    merge()
    const before = shown()
    source.add(aGroup('groep'))
    source.change('shape:een', { pi: ['shape:groep', 'a1'], xy: [3, 4, 'shape:groep'] })
    undo(merge())
    expect(shown()).toEqual(before)
  })

  it('[M7] leaves place and parent together when people moved the card since', () => {
    merge()
    source.add(aGroup('groep'))
    source.change('shape:een', { pi: ['shape:groep', 'a1'], xy: [3, 4, 'shape:groep'] })
    const applied = merge()
    const parent = 'shape:from.bord-a.groep'
    vision.change(copy, { xy: [30, 40, parent] })
    undo(applied)
    expect(vision.fields(copy)).toMatchObject({ xy: [30, 40, parent], pi: [parent, 'a1'] })
    expect(live()).toContain(parent)
  })

  it('[M7] shows again what the merge withdrew, without the mark', () => {
    merge()
    source.remove('shape:een')
    const applied = merge()
    undo(applied)
    expect(vision.get(copy)?.isGone).toBe(false)
    expect(vision.get(copy)?.record.meta['withdrawn']).not.toBe(true)
  })

  it('[M5] [M7] does not mistake a removal by people for its own', () => {
    const applied = merge()
    vision.remove(copy)
    undo(applied)
    merge()
    expect(vision.get(copy)?.isGone).toBe(true)
    expect(live()).toContain('shape:from.bord-a.twee')
  })

  it('[M5] [M7] remembers a removal also when it takes back the merge that showed the card', () => {
    undo(merge())
    const applied = merge()
    vision.remove(copy)
    undo(applied)
    merge()
    expect(vision.get(copy)?.isGone).toBe(true)
  })

  it('[M5] [M7] remembers a removal through two undos in a row', () => {
    merge()
    source.remove('shape:een')
    const hiding = merge()
    vision.bringBack(copy)
    const seeing = merge()
    vision.remove(copy)
    undo(seeing)
    undo(hiding)
    expect(vision.get(copy)?.isGone).toBe(true)
  })

  it('[M7] takes back an arrow that was tied to cards of an earlier merge', () => {
    source.add(anArrow('pijl'))
    merge()
    source.add(aBinding('van', 'start', 'shape:pijl', 'shape:een'))
    undo(merge())
    expect(vision.live('binding')).toEqual([])
  })

  it('[M7] works from notes that went through JSON', () => {
    const notes = JSON.parse(JSON.stringify(merge())) as AppliedWrite[]
    undo(notes)
    expect(live()).toEqual(['shape:welkom'])
  })

  it('[M7] changes nothing the second time', () => {
    const applied = merge()
    undo(applied)
    expect(planUndo(applied, vision.all())).toEqual([])
  })
})

describe('the tally', () => {
  it('[M1] says what became of every card', () => {
    expect(counted()).toMatchObject({ cards: 2, used: 0, unprocessed: 2, withdrawn: 0 })
    merge()
    expect(counted()).toMatchObject({ cards: 2, used: 2, unprocessed: 0, withdrawn: 0 })
    source.add(aNote('drie'))
    source.remove('shape:een')
    vision.remove('shape:from.bord-a.twee')
    expect(counted()).toEqual({
      cards: 3,
      used: 0,
      unprocessed: 1,
      withdrawn: 2,
      removedFromVision: 1,
    })
  })

  it('[M1] counts as unprocessed what an undo took off the vision', () => {
    undo(merge())
    expect(counted()).toMatchObject({ cards: 2, unprocessed: 2, withdrawn: 0 })
  })
})

function merge(): readonly AppliedWrite[] {
  const boards = [aGroupBoard('A', source.all())]
  const { writes } = planMerge({ boards, vision: vision.all(), merge: ++merges })
  const applied = appliedWrites(writes, vision.all())
  vision.apply(writes)
  return applied
}

function undo(applied: readonly AppliedWrite[]): void {
  vision.apply(planUndo(applied, vision.all()))
}

function counted(): ReturnType<typeof tally> {
  return tally({ boards: [aGroupBoard('A', source.all())], vision: vision.all() })
}

function live(): readonly string[] {
  return vision
    .live()
    .map((record) => record.id)
    .toSorted(ascending)
}

/** Everything people see, without the marks of the merge. */
function shown(): readonly BoardRecord[] {
  return vision
    .all()
    .filter((one) => !one.isGone)
    .map(({ record }) => ({ ...record, meta: { group: record.meta['group'] ?? '' } }))
}

function ascending(one: string, other: string): number {
  return one < other ? -1 : 1
}
