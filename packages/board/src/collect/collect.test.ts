import type { RecordId } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import { bounds } from '../bounds.ts'
import { copyId, drawingId, partId } from '../merge/merge-ids.ts'
import type { SourceBoard } from '../merge/merge-plan.ts'
import { plainTextOf } from '../plain-text.ts'
import type { BoardRecord } from '../record.ts'
import { aVision, collectInto, keyCards, placesOf } from '../test/collecting.ts'
import { aText } from '../test/outlines.ts'
import { aDrawing, aGroupBoard, aNote, aZone, aZoneForKeyCards, richText } from '../test/records.ts'
import type { TestBoard } from '../test/test-board.ts'
import { appliedWrites, planUndo } from '../merge/undo.ts'
import { collect } from './collect.ts'

const drawn = aZone('tekening', 'Onze stip', 0, 0)
const sentence = aZone('zin', 'Onze zin', 0, 1000)
const chosen = aZoneForKeyCards('thema', 2000)

describe('hoofdpunten', () => {
  it('[C1] are what has a star and what lies in a zone for them, and nothing else comes', () => {
    const board = aGroupBoard('A', [
      drawn,
      chosen,
      { ...aNote('ster', 'Deur open', { y: 3000 }), meta: { keyCard: true } },
      aNote('in-vak', 'Eén loket', { x: 2100, y: 300 }),
      aNote('los', 'Misschien', { y: 3500 }),
      aNote('leeg', '', { x: 2400, y: 300 }),
    ])
    const vision = aVision('share')
    expect(collectInto(vision, [board], 'share').summary).toMatchObject({ added: 2 })
    expect(wordsOnVision(vision)).toEqual(['Eén loket', 'Deur open'])
  })

  it('[C1] are what has a star where several notes lie in their zone to be sorted', () => {
    const board = aGroupBoard('A', [
      chosen,
      { ...aNote('zin', 'Eén vast gezicht', { x: 2100, y: 300 }), meta: { keyCard: true } },
      aNote('los', 'Snel antwoord', { x: 2400, y: 300 }),
    ])
    const vision = aVision('share')
    collectInto(vision, [board])
    expect(wordsOnVision(vision)).toEqual(['Eén vast gezicht'])
  })

  it('[C2] stand in the column of their group, with its letter and where they came from, and cover nothing', () => {
    const vision = aVision('share')
    collectInto(vision, [aGroupBoard('B', fiveKeyCards()), aGroupBoard('A', fiveKeyCards())])
    for (const letter of ['A', 'B']) {
      const cards = vision.live().filter(({ meta }) => meta['group'] === letter)
      expect(cards).toHaveLength(5)
      const zone = `shape:ook-${letter.toLowerCase()}`
      expect(cards.every(({ meta }) => meta['zone'] === zone)).toBe(true)
      const { sources } = vision.get(cards[0]?.id ?? '') ?? {}
      const [board, group] = [`bord-${letter.toLowerCase()}`, `groep-${letter.toLowerCase()}`]
      expect(sources).toMatchObject([{ board, group, revision: 1 }])
    }
    const places = vision.live().map((card) => bounds([card]))
    for (const [at, one] of places.entries()) {
      for (const other of places.slice(at + 1)) {
        expect(one && other && overlaps(one, other)).toBe(false)
      }
    }
  })

  it('[C3] go along to a later step, also when people shifted them, and stay where people put them', () => {
    const vision = aVision('share', 'merge')
    const boards = [aGroupBoard('A', fiveKeyCards())]
    collectInto(vision, boards, 'share')
    const [waiting, shifted, used] = [0, 1, 2].map((at) => copyId('bord-a', `shape:punt-${at}`))
    const at = vision.get(shifted ?? '')?.record
    vision.change(shifted ?? '', { xy: [Number(at?.['x']) + 15, Number(at?.['y'])] })
    vision.change(used ?? '', { xy: [3100, 5000], 'm.zone': 'shape:samen' })
    const { writes, summary } = plan(vision, boards, 'merge')
    const applied = appliedWrites(writes, vision.all())
    vision.apply(writes)
    expect(summary).toMatchObject({ added: 4, unchanged: 1 })
    expect([waiting, shifted, used].map((id) => vision.fields(id ?? '')['m.zone'])).toEqual([
      'shape:punten-a',
      'shape:punten-a',
      'shape:samen',
    ])
    vision.apply(planUndo(applied, vision.all()))
    expect(vision.fields(shifted ?? '')['xy']).toEqual([Number(at?.['x']) + 15, at?.['y']])
    expect(vision.fields(waiting ?? '')['m.zone']).toBe('shape:ook-a')
  })

  it('[C4] stand above the steps when none was opened, and go along once one is', () => {
    const vision = aVision()
    const boards = [aGroupBoard('A', fiveKeyCards())]
    collectInto(vision, boards, 'nowhere')
    expect(vision.live().every((card) => (bounds([card])?.y ?? 0) < -200)).toBe(true)
    expect(vision.live()).toHaveLength(5)
    vision.apply(aVision('share').all().map(asWrite))
    collectInto(vision, boards, 'share')
    expect(vision.live().map(({ meta }) => meta['zone'])).toEqual(Array(5).fill('shape:ook-a'))
  })

  it('[C5] follow the words of their source, unless people wrote others on the vision', () => {
    const vision = aVision('share')
    const [changed, kept] = [0, 1].map((at) => copyId('bord-a', `shape:punt-${at}`))
    collectInto(vision, [aGroupBoard('A', fiveKeyCards())])
    vision.change(kept ?? '', { t: richText('Zo zeggen wij het') })
    const { summary } = collectInto(vision, [aGroupBoard('A', fiveKeyCards(' (nieuw)'))])
    expect(summary).toMatchObject({ updated: 4, kept: 1 })
    expect(wordsOf(vision, changed)).toBe('Punt 0 (nieuw)')
    expect(wordsOf(vision, kept)).toBe('Zo zeggen wij het')
  })

  it('[C6] stay on the vision when the star goes, and are withdrawn when the note does', () => {
    const vision = aVision('share')
    const note = aNote('ster', 'Deur open')
    const boards = [true, false].map((keyCard) =>
      aGroupBoard('A', [{ ...note, meta: { keyCard } }]),
    )
    collectInto(vision, boards.slice(0, 1))
    expect(collectInto(vision, boards.slice(1)).writes).toEqual([])
    expect(wordsOnVision(vision)).toEqual(['Deur open'])
    expect(collectInto(vision, [aGroupBoard('A', [])]).summary.withdrawn).toBe(1)
    expect(wordsOnVision(vision)).toEqual([])
  })
})

describe('sentences', () => {
  const board = aGroupBoard('A', [sentence, aNote('zin', 'In onze gemeente …', { y: 1200 })])

  it('[C7] are text as wide as their zone, with the letter of their group', () => {
    const vision = aVision('share')
    collectInto(vision, [board], 'share')
    const copy = vision.get(copyId('bord-a', 'shape:zin'))?.record
    expect(copy).toMatchObject({ type: 'text', meta: { group: 'A', zone: 'shape:g-a' } })
    expect(wordsOf(vision, copy?.id)).toBe('In onze gemeente …')
    // In the letters of a sentence that is typed there.
    expect(copy?.props).toMatchObject({ size: 'l', scale: 1.25 })
    expect(Number(copy?.props['w']) * 1.25).toBeGreaterThan(600)
  })

  it('[C8] do not come where storytellers wrote their own: those are taken along', () => {
    const vision = aVision('share', 'concepts', 'merge')
    collectInto(vision, [board], 'share')
    vision.add(aNote('concept', 'Wij staan open', { x: 100, y: 3300 }))
    const { writes } = collectInto(vision, [board], 'merge')
    expect(writes).toHaveLength(1)
    expect(vision.fields('shape:concept')['m.zone']).toBe('shape:visie')
    expect(vision.fields('shape:concept')['p.w']).toBeUndefined()
    expect(collectInto(vision, [board], 'merge').writes).toEqual([])
  })

  it('[C8] are as wide there as the zone to which they are taken along', () => {
    const vision = aVision('share', 'concepts', 'merge')
    const concept = { ...aText('concept', 'Wij staan open'), x: 100, y: 3300 }
    vision.add({ ...concept, props: { ...concept.props, w: 400, scale: 1.25 } })
    collectInto(vision, [board], 'merge')
    const width = Number(vision.fields('shape:concept')['p.w']) * 1.25
    expect(width).toBeGreaterThan(900)
    expect(width).toBeLessThanOrEqual(1140)
  })

  it('[C8] do come where nobody wrote', () => {
    const vision = aVision('share', 'concepts', 'merge')
    collectInto(vision, [board], 'share')
    collectInto(vision, [board], 'merge')
    expect(vision.fields(copyId('bord-a', 'shape:zin'))['m.zone']).toBe('shape:visie')
  })
})

describe('drawings', () => {
  it('[C9] come whole, in frames of one size beside each other', () => {
    const vision = aVision('share')
    collectInto(vision, [aBoardWithDrawing('A'), aBoardWithDrawing('B')], 'share')
    const frames = vision.live().filter(({ type }) => type === 'frame')
    expect(frames.map(({ props }) => props['name'])).toEqual(['A · De Brug', 'B · Het Plein'])
    const [one, other] = frames.map((frame) => bounds([frame]))
    expect([one?.w, one?.h, one?.y]).toEqual([other?.w, other?.h, other?.y])
    const stroke = vision.get(partId('bord-a', 'shape:lijn'))?.record
    expect(stroke?.['parentId']).toBe(drawingId('bord-a', 'shape:tekening'))
    const factor = (one?.w ?? 0) / 1200
    expect(stroke?.['x']).toBeCloseTo(100 * factor, 0)
    expect(bounds([{ ...(stroke as BoardRecord), parentId: 'page:page' }])?.w).toBeCloseTo(
      400 * factor,
      0,
    )
  })

  it('[C14] come with what the group says is to be seen, also when it says so later', () => {
    const vision = aVision('share')
    const place = aZone('beschrijving', 'Wat zie je op de tekening?', 2000, 0)
    const boardWith = (words: string): SourceBoard =>
      aGroupBoard('A', [
        drawn,
        place,
        aDrawing('lijn'),
        { ...aText('wat', words), x: 2100, y: 300 },
        {
          ...aText('ook', 'En een boot.'),
          x: 0,
          y: 4000,
          meta: { describes: drawn.record.id },
        },
      ])
    const described = (): unknown =>
      vision.get(drawingId('bord-a', 'shape:tekening'))?.record.meta['description']
    collectInto(vision, [aBoardWithDrawing('A')], 'share')
    expect(described()).toBeUndefined()
    collectInto(vision, [boardWith('Een brug over het water.')], 'share')
    expect(described()).toBe('Een brug over het water. En een boot.')
    expect(collectInto(vision, [boardWith('Een brug over het water.')], 'share').writes).toEqual([])
    collectInto(vision, [aBoardWithDrawing('A')], 'share')
    expect(described()).toBe('')
  })

  it('[C9] follow their group, and are withdrawn piece by piece', () => {
    const vision = aVision('share')
    collectInto(vision, [aBoardWithDrawing('A')], 'share')
    const [frame] = vision.live().filter(({ type }) => type === 'frame')
    const without = aGroupBoard('A', [drawn, aNote('erbij', 'Een brug', { x: 500, y: 300 })])
    collectInto(vision, [without], 'share')
    expect(vision.get(partId('bord-a', 'shape:lijn'))?.isGone).toBe(true)
    expect(vision.get(partId('bord-a', 'shape:erbij'))?.isGone).toBe(false)
    expect(vision.get(frame?.id ?? '')?.isGone).toBe(false)
    collectInto(vision, [aGroupBoard('A', [drawn])], 'share')
    expect(vision.live()).toEqual([])
  })

  it('[C9] stay away when people took them off', () => {
    const vision = aVision('share')
    collectInto(vision, [aBoardWithDrawing('A')], 'share')
    vision.remove(drawingId('bord-a', 'shape:tekening'))
    const more = aGroupBoard('A', [drawn, aDrawing('lijn'), aDrawing('nog-een')])
    collectInto(vision, [more], 'share')
    expect(vision.live()).toEqual([])
  })
})

it('[C10] a picture that is a hoofdpunt comes with what is on it, no larger than its zone', () => {
  const board = aGroupBoard('A', [
    { ...anImageOf('foto', 5000), meta: { keyCard: true } },
    {
      id: 'asset:foto',
      typeName: 'asset',
      type: 'image',
      props: { src: '/api/assets/x.png' },
      meta: {},
    },
  ])
  const vision = aVision('share')
  const { assets } = collectInto(vision, [board], 'share')
  expect(assets).toEqual([copyId('bord-a', 'asset:foto')])
  const [image] = vision.live()
  expect(image?.props['w']).toBeLessThan(750)
})

function anImageOf(name: string, w: number): BoardRecord {
  const note = aNote(name)
  return { ...note, type: 'image', props: { w, h: w / 2, assetId: `asset:${name}`, altText: '' } }
}

function aBoardWithDrawing(letter: string): SourceBoard {
  return aGroupBoard(letter, [drawn, aDrawing('lijn')])
}

function fiveKeyCards(more = ''): BoardRecord[] {
  return keyCards(Array.from({ length: 5 }, (_, at) => `Punt ${at}${more}`))
}

function plan(vision: TestBoard, boards: readonly SourceBoard[], step: string) {
  return collect({
    boards,
    vision: vision.all(),
    merge: 2,
    places: placesOf(step),
  })
}

function wordsOnVision(vision: TestBoard): readonly string[] {
  return vision.live().map(({ props }) => plainTextOf(props['richText']))
}

function wordsOf(vision: TestBoard, id: RecordId | undefined): string {
  return plainTextOf(vision.get(id ?? '')?.record.props['richText'])
}

function asWrite(stored: ReturnType<TestBoard['all']>[number]) {
  return { kind: 'create', ...stored, sources: [], base: {} } as const
}

interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

function overlaps(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.w &&
    other.x < one.x + one.w &&
    one.y < other.y + other.h &&
    other.y < one.y + one.h
  )
}
