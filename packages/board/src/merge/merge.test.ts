import { describe, expect, it } from 'vitest'
import { planMerge } from './merge.ts'
import { copyId, labelId, laneId } from './merge-ids.ts'
import type { BoardRecord, StoredRecord } from '../record.ts'
import { compare } from '../ends.ts'
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
  stored,
} from '../test/records.ts'
import { TestBoard } from '../test/test-board.ts'

describe('the first merge', () => {
  it('[M1a] brings what people made on every board, with its sources', () => {
    const vision = merged([aNote('een', 'Meer bankjes')], [aNote('een', 'Open raadszaal')])
    expect(vision.fields('shape:from.bord-a.een')['t']).toEqual(
      aNote('een', 'Meer bankjes').props['richText'],
    )
    expect(vision.get('shape:from.bord-b.een')?.sources).toEqual([
      { board: 'bord-b', record: 'shape:een', revision: 1, group: 'groep-b' },
    ])
    expect(vision.live()).toHaveLength(2)
  })

  it('[M1a] leaves behind what people deleted', () => {
    const vision = merged([stored(aNote('weg'), { isGone: true }), aNote('blijft')])
    expect(vision.live()).toHaveLength(1)
  })

  it('[M1a] brings what outlived the group it was in, where people see it', () => {
    const group = stored(aGroup('groep', { x: 300, y: 40 }), { isGone: true })
    const child = aNote('kind', 'net op tijd', { parentId: 'shape:groep', x: 5, y: 6 })
    const vision = merged([aNote('los'), group, child])
    const [alone] = vision.fields('shape:from.bord-a.los')['xy'] as number[]
    expect(vision.fields('shape:from.bord-a.kind')).toMatchObject({
      xy: [Number(alone) + 305, 46],
      pi: ['page:page', 'a1'],
    })
  })

  it('[M1a] puts on the page what is nested in something that cannot hold it', () => {
    const vision = merged([aNote('een'), aNote('twee', '', { parentId: 'shape:een' })])
    expect(vision.fields('shape:from.bord-a.twee')['pi']).toEqual(['page:page', 'a1'])
  })

  it('[M1a] breaks a circle of parents where boards break it: at the smallest id', () => {
    const one = aGroup('een', { parentId: 'shape:twee' })
    const two = aGroup('twee', { parentId: 'shape:een' })
    const vision = merged([one, two, aNote('drie', '', { parentId: 'shape:een' })])
    expect(vision.live()).toHaveLength(3)
    const parents = ['een', 'twee', 'drie'].map((name) => {
      const [parent] = vision.fields(`shape:from.bord-a.${name}`)['pi'] as string[]
      return parent
    })
    const copy = 'shape:from.bord-a.een'
    expect(parents).toEqual(['page:page', copy, copy])
  })

  it('[M1a] brings only the assets that shapes use, and names them', () => {
    const board = aGroupBoard('A', [anImage('foto', 'asset:foto'), anAsset('foto'), anAsset('los')])
    const plan = planMerge({ boards: [board], vision: [], merge: 1 })
    expect(plan.assets).toEqual([copyId('bord-a', 'asset:foto')])
    const vision = new TestBoard()
    vision.apply(plan.writes)
    expect(vision.fields('shape:from.bord-a.foto')['p.assetId']).toBe('asset:from.bord-a.foto')
    expect(vision.live('asset')).toHaveLength(1)
  })

  it('[M1b] frames every group with letter, name and colour, below everything else', () => {
    const vision = merged([aNote('een', '', { index: 'Zz' })], [])
    const lane = vision.get(laneId('groep-b', 1))
    expect(lane?.isTemplate).toBe(true)
    expect(lane?.record).toMatchObject({ type: 'zone', isLocked: true, parentId: 'page:page' })
    expect(lane?.record.props).toMatchObject({
      title: 'Het Plein',
      letter: 'B',
      color: 'group-b',
      style: 'lane',
    })
    const order = vision.all().map(({ record }) => indexOf(record))
    for (const index of zonesOf(vision).map(indexOf)) expect(compare(index, 'Zz')).toBe(-1)
    expect(new Set(order).size).toBe(order.length)
  })

  it('[M1b] gives lanes and labels index keys that tldraw accepts', () => {
    const vision = merged([aZone('vak', 'Dromen'), aZone('vak2', 'Zorgen', 0, 900)], [])
    for (const index of zonesOf(vision).map(indexOf)) {
      // The first letter says how long the whole part is: 'Z' two characters, 'Y' three, and so on.
      expect(index).toHaveLength('Z'.charCodeAt(0) - index.charCodeAt(0) + 2)
    }
  })

  it('[M1b] turns the zones of the steps into labels, at the same place in the lane', () => {
    const vision = merged([
      aZone('vak', 'Open staan', 40, 900),
      aNote('een', '', { x: 50, y: 950 }),
    ])
    const label = vision.get(labelId('bord-a', 'shape:vak'))?.record as BoardRecord
    const note = vision.get('shape:from.bord-a.een')?.record as BoardRecord
    expect(label.props).toMatchObject({
      style: 'label',
      title: 'Open staan',
      question: '',
      w: 1200,
    })
    expect(Number(note['x']) - Number(label['x'])).toBe(10)
    expect(Number(note['y']) - Number(label['y'])).toBe(50)
  })

  it('[M1c] keeps what is nested nested, arrows bound, and order and rotation', () => {
    const vision = merged([
      aFrame('kader', { x: 300, y: 20, rotation: 0.5 }),
      aNote('kind', '', { parentId: 'shape:kader', x: 12.5, y: 7, index: 'a3V' }),
      aNote('los', '', { x: 900 }),
      anArrow('pijl', { x: 2 }),
      aBinding('van', 'start', 'shape:pijl', 'shape:kind'),
      aBinding('naar', 'end', 'shape:pijl', 'shape:los'),
    ])
    expect(vision.fields('shape:from.bord-a.kind')).toMatchObject({
      xy: [12.5, 7, 'shape:from.bord-a.kader'],
      pi: ['shape:from.bord-a.kader', 'a3V'],
      'm.group': 'A',
    })
    expect(vision.fields('shape:from.bord-a.kader')['rotation']).toBe(0.5)
    expect(vision.fields('binding:from.bord-a.naar')).toMatchObject({
      fromId: 'shape:from.bord-a.pijl',
      toId: 'shape:from.bord-a.los',
    })
  })

  it('[M1c] keeps an arrow bound that points at a zone', () => {
    const vision = merged([
      aZone('vak', 'Dromen'),
      anArrow('pijl'),
      aBinding('naar', 'end', 'shape:pijl', 'shape:vak'),
    ])
    expect(vision.fields('binding:from.bord-a.naar')['toId']).toBe(labelId('bord-a', 'shape:vak'))
  })

  it('[M1c] rounds places to an eighth of a pixel, as the document does', () => {
    const vision = merged([aNote('een', '', { x: 0.3, y: -0.01 })])
    const { xy } = vision.fields('shape:from.bord-a.een') as { xy: number[] }
    for (const part of xy) expect(Number.isInteger(part * 8)).toBe(true)
  })

  it('[M2] does not depend on the order of boards', () => {
    const boards = ['A', 'B', 'C'].map((letter) =>
      aGroupBoard(letter, [aZone('vak', 'Dromen'), aNote(`van-${letter}`)]),
    )
    const plan = planMerge({ boards, vision: [], merge: 1 })
    expect(planMerge({ boards: boards.toReversed(), vision: [], merge: 1 })).toEqual(plan)
  })

  it('[M4] gives every record it makes a source, lanes and labels too', () => {
    const vision = merged([aZone('vak', 'Dromen'), aNote('een'), anArrow('pijl')])
    for (const { sources } of vision.all()) expect(sources).toHaveLength(1)
  })
})

describe('ids of copies', () => {
  it('[M3] differ for different sources, whatever boards are called', () => {
    expect(copyId('a', 'shape:b.c')).not.toBe(copyId('a.b', 'shape:c'))
    expect(copyId('a.b', 'shape:c')).not.toBe(copyId('a%2Eb', 'shape:c'))
    expect(copyId('a', 'binding:b')).toBe('binding:from.a.b')
  })

  it('[M3] stay within what a record may be called, also for the longest names', () => {
    const names = ['a', 'b'].map((last) => copyId('bord', `shape:${'x'.repeat(199)}${last}`))
    expect(new Set(names).size).toBe(2)
    for (const name of names) expect(name).toMatch(/^shape:[\w.%-]{1,200}$/)
  })
})

/** The vision after a first merge of the boards of group A, B, … */
function merged(...boards: readonly (readonly (BoardRecord | StoredRecord)[])[]): TestBoard {
  const vision = new TestBoard()
  const sources = boards.map((records, at) => aGroupBoard('ABC'[at] ?? 'D', records))
  vision.apply(planMerge({ boards: sources, vision: vision.all(), merge: 1 }).writes)
  return vision
}

function zonesOf(vision: TestBoard): readonly BoardRecord[] {
  return vision
    .all()
    .filter((one) => one.isTemplate)
    .map((one) => one.record)
}

function indexOf(record: BoardRecord): string {
  const { index } = record
  return typeof index === 'string' ? index : ''
}
