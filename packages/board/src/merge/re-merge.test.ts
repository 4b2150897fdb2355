import { beforeEach, describe, expect, it } from 'vitest'
import { planMerge } from './merge.ts'
import type { MergePlan } from './merge-plan.ts'
import {
  aBinding,
  aFrame,
  aGroup,
  aGroupBoard,
  anArrow,
  anAsset,
  anImage,
  aNote,
  richText,
} from '../test/records.ts'
import { TestBoard } from '../test/test-board.ts'

const copy = 'shape:from.bord-a.een'
let source: TestBoard
let vision: TestBoard
let merges: number

beforeEach(() => {
  source = new TestBoard([aNote('een', 'eerste'), aNote('twee', 'tweede', { x: 400 })])
  vision = new TestBoard()
  merges = 0
  merge()
})

describe('merging again', () => {
  it('[M3] writes nothing when nothing changed', () => {
    expect(plan().writes).toEqual([])
    expect(plan().summary).toEqual({ added: 0, updated: 0, withdrawn: 0, unchanged: 2, kept: 0 })
  })

  it('[M3] makes one merge of two simultaneous presses', () => {
    source.add(aNote('drie'))
    merge()
    expect(plan().writes).toEqual([])
  })

  it('[M3a] follows the source where only the source changed', () => {
    source.change('shape:een', { t: richText('beter'), xy: [10, 20] })
    const before = vision.fields(copy)['xy'] as number[]
    expect(merge().summary).toMatchObject({ updated: 1, unchanged: 1, kept: 0 })
    expect(vision.fields(copy)['t']).toEqual(richText('beter'))
    expect(vision.fields(copy)['xy']).toEqual([(before[0] ?? 0) + 10, (before[1] ?? 0) + 20])
    expect(vision.get(copy)?.sources[0]?.revision).toBe(2)
  })

  it('[M3a] keeps what only the vision changed, and still follows other fields', () => {
    vision.change(copy, { xy: [5000, 5] })
    source.change('shape:een', { t: richText('beter') })
    expect(merge().summary.kept).toBe(0)
    expect(vision.fields(copy)).toMatchObject({ xy: [5000, 5], t: richText('beter') })
  })

  it('[M3a] keeps the vision where both changed, and says so once', () => {
    vision.change(copy, { t: richText('van de visie') })
    source.change('shape:een', { t: richText('van de groep') })
    const { summary, conflicts } = merge()
    expect(summary).toMatchObject({ kept: 1, updated: 0 })
    expect(conflicts).toEqual([
      { id: copy, key: 't', source: richText('van de groep'), vision: richText('van de visie') },
    ])
    expect(vision.fields(copy)['t']).toEqual(richText('van de visie'))
    expect(plan().writes).toEqual([])
  })

  it('[M3a] sees no conflict when both made the same change', () => {
    vision.change(copy, { t: richText('samen') })
    source.change('shape:een', { t: richText('samen') })
    expect(merge().summary.kept).toBe(0)
    source.change('shape:een', { t: richText('verder') })
    merge()
    expect(vision.fields(copy)['t']).toEqual(richText('verder'))
  })

  it('[M3a] handles fields that one side does not have', () => {
    source.change('shape:een', { 'm.tag': 'nieuw', 'p.url': 'https://voorbeeld.example' })
    merge()
    expect(vision.fields(copy)).toMatchObject({ 'm.tag': 'nieuw' })
    source.change('shape:een', { 'm.tag': null })
    merge()
    expect(vision.fields(copy)['m.tag']).toBeNull()
    expect(plan().writes).toEqual([])
  })

  it('[M3a] moves a card into a group as one change of place and parent', () => {
    source.add(aGroup('groep', { x: 0, y: 0 }))
    source.change('shape:een', { pi: ['shape:groep', 'a1'], xy: [3, 4, 'shape:groep'] })
    merge()
    const parent = 'shape:from.bord-a.groep'
    expect(vision.fields(copy)).toMatchObject({ pi: [parent, 'a1'], xy: [3, 4, parent] })
  })

  it('[M3a] leaves a card where people nested it on the vision', () => {
    vision.add(aFrame('van-visie'))
    const nested = { pi: ['shape:van-visie', 'a1'], xy: [3, 4, 'shape:van-visie'] }
    vision.change(copy, nested)
    source.change('shape:een', { xy: [900, 900] })
    expect(merge().summary.kept).toBe(1)
    expect(vision.fields(copy)).toMatchObject(nested)
  })
})

describe('deleted at the source', () => {
  it('[M3b] is hidden when nobody touched it on the vision', () => {
    source.remove('shape:een')
    expect(merge().summary.withdrawn).toBe(1)
    expect(vision.get(copy)?.isGone).toBe(true)
    expect(plan().writes).toEqual([])
  })

  it('[M3b] stays in sight with a mark when people touched it', () => {
    vision.change(copy, { t: richText('aangevuld') })
    source.remove('shape:een')
    expect(merge().summary.withdrawn).toBe(1)
    expect(vision.get(copy)).toMatchObject({ isGone: false, record: { meta: { withdrawn: true } } })
    expect(plan().writes).toEqual([])
  })

  it('[M3b] stays in sight when an arrow of people points at it', () => {
    vision.add(anArrow('uitleg'), aBinding('uitleg', 'end', 'shape:uitleg', copy))
    vision.add(aBinding('begin', 'start', 'shape:uitleg', 'shape:from.bord-a.twee'))
    source.remove('shape:een')
    merge()
    expect(vision.get(copy)?.isGone).toBe(false)
  })

  it('[M3b] keeps parent and picture of an image that people touched', () => {
    source.add(aFrame('kader'), anAsset('foto'))
    source.add(anImage('foto', 'asset:foto', { parentId: 'shape:kader' }))
    merge()
    vision.change('shape:from.bord-a.foto', { 'p.w': 600 })
    source.remove('shape:kader')
    merge()
    for (const id of ['shape:from.bord-a.kader', 'asset:from.bord-a.foto']) {
      expect(vision.get(id)?.isGone).toBe(false)
    }
  })

  it('[M3b] hides a group that its notes left, and keeps the notes', () => {
    source.add(aGroup('groep'), aNote('kind', '', { parentId: 'shape:groep' }))
    merge()
    source.change('shape:kind', { pi: ['page:page', 'a2'], xy: [70, 70] })
    source.change('shape:groep', { gone: true })
    merge()
    expect(vision.get('shape:from.bord-a.groep')?.isGone).toBe(true)
    expect(vision.fields('shape:from.bord-a.kind')['pi']).toEqual(['page:page', 'a2'])
  })

  it('[M3b] unties an arrow that was untied at the source', () => {
    source.add(anArrow('pijl'), aBinding('van', 'start', 'shape:pijl', 'shape:een'))
    merge()
    source.change('binding:van', { gone: true })
    vision.change(copy, { 'p.color': 'blue' })
    merge()
    expect(vision.live('binding')).toEqual([])
  })

  it('[M3b] works as well when the group board no longer knows the record', () => {
    source = new TestBoard([aNote('twee', 'tweede', { x: 400 })])
    merge()
    expect(vision.get(copy)?.isGone).toBe(true)
  })

  it('[M3b] comes back, with its changes, when it comes back at the source', () => {
    source.remove('shape:een')
    merge()
    source.bringBack('shape:een')
    source.change('shape:een', { t: richText('terug') })
    expect(merge().summary.added).toBe(1)
    expect(vision.get(copy)?.isGone).toBe(false)
    expect(vision.fields(copy)).toMatchObject({ t: richText('terug'), 'm.withdrawn': false })
  })

  it('[M3c] stays in sight once people brought it back on the vision', () => {
    source.remove('shape:een')
    merge()
    vision.bringBack(copy)
    merge()
    merge()
    expect(vision.get(copy)?.isGone).toBe(false)
    vision.remove(copy)
    source.bringBack('shape:een')
    merge()
    expect(vision.get(copy)?.isGone).toBe(true)
  })
})

describe('removed from the vision by people', () => {
  it('[M5] does not come back, also not when the source changes', () => {
    vision.remove(copy)
    source.change('shape:een', { t: richText('toch belangrijk') })
    expect(merge().writes).toEqual([])
    expect(vision.get(copy)?.isGone).toBe(true)
  })

  it('[M5] does not come back either when the source was deleted and brought back', () => {
    vision.remove(copy)
    source.remove('shape:een')
    merge()
    source.bringBack('shape:een')
    merge()
    expect(vision.get(copy)?.isGone).toBe(true)
  })

  it('[M5] catches up when people bring it back', () => {
    vision.remove(copy)
    source.change('shape:een', { t: richText('toch belangrijk') })
    merge()
    vision.bringBack(copy)
    merge()
    expect(vision.fields(copy)['t']).toEqual(richText('toch belangrijk'))
  })

  it('[M1e] a new card in a group that people removed stands by itself, where it was', () => {
    source.add(aGroup('groep', { x: 100, y: 50 }))
    source.add(aNote('kind', '', { parentId: 'shape:groep' }))
    merge()
    const place = vision.fields('shape:from.bord-a.groep')['xy'] as number[]
    vision.remove('shape:from.bord-a.groep')
    source.add(aNote('nieuw', 'later bedacht', { parentId: 'shape:groep', x: 7, y: 8 }))
    merge()
    expect(vision.fields('shape:from.bord-a.nieuw')).toMatchObject({
      pi: ['page:page', 'a1'],
      xy: [(place[0] ?? 0) + 7, (place[1] ?? 0) + 8],
    })
    expect(plan().writes).toEqual([])
  })
})

function plan(): MergePlan {
  const boards = [aGroupBoard('A', source.all())]
  return planMerge({ boards, vision: vision.all(), merge: merges + 1 })
}

function merge(): MergePlan {
  const planned = plan()
  vision.apply(planned.writes)
  merges++
  return planned
}
