import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bounds } from '../bounds.ts'
import type { BoardRecord } from '../record.ts'
import type { Bounds } from '../shape-size.ts'
import { aStep, aStroke, aZone } from '../test/outlines.ts'
import { aGroup, aNote } from '../test/records.ts'
import { laidOut, ZoneLayout } from './zone-layout.ts'
import { ZonePage } from './zone-page.ts'

/** Two steps: zones of the first end at 1310, the second begins at 1590. */
const steps = [...aStep('een', 0), ...aStep('twee', 1590)]

describe('[Z1] a zone grows downwards', () => {
  it('with what hangs over its lower edge, in steps', () => {
    const board = laidOut([...steps, aNote('laag', '', { x: 100, y: 1150 })])
    expect(placeIn(board, 'een-zien')).toEqual({ x: 40, y: 190, w: 1140, h: 1120 + 80 })
    expect(placeIn(board, 'laag').y).toBe(1150)
  })

  it('and not with ink', () => {
    const board = [...steps, aStroke('lijn', 100, 1290)]
    expect(laidOut(board)).toBe(board)
  })

  it('with what is in a group', () => {
    const group = aGroup('samen', { x: 100, y: 1150 })
    const board = [...steps, group, aNote('erin', '', { x: 0, y: 100, parentId: group.id })]
    expect(placeIn(laidOut(board), 'een-zien').h).toBe(1120 + 160)
  })

  it('as far as what names it, wherever that is on paper', () => {
    const far = { ...aNote('ver', '', { x: 100, y: 5000 }), meta: { zone: 'shape:een-zien' } }
    const board = laidOut([...steps, far])
    expect(placeIn(board, 'een-zien').h).toBe(5040)
    expect(placeIn(board, 'ver').y).toBe(5000)
  })
})

describe('[Z2] all that is below moves along', () => {
  const over = aNote('laag', '', { x: 100, y: 1150 })
  const board = laidOut([
    ...steps,
    over,
    aNote('lager', 'Hoi', { x: 100, y: 1900 }),
    aStroke('lijn', 1300, 1900),
    aNote('ernaast', '', { x: 1200, y: 1320 }),
  ])

  it('zones, titles, notes and ink', () => {
    expect(placeIn(board, 'twee').y).toBe(1630 + 80)
    expect(placeIn(board, 'twee-zien').y).toBe(1780 + 80)
    for (const id of ['lager', 'lijn']) expect(placeIn(board, id).y).toBe(1900 + 80)
    expect(placeIn(board, 'ernaast').y).toBe(1320 + 80)
  })

  it('and what stands side by side stays so', () => {
    expect(placeIn(board, 'een-doen').h).toBe(1120 + 80)
    expect(placeIn(board, 'een-doen').y).toBe(190)
  })

  it('and an area of the paper with it', () => {
    const page = ZonePage.ofShown(board)
    expect(page.areaShown({ x: 0, y: 0, w: 2400, h: 1350 })).toMatchObject({ y: 0, h: 1430 })
    expect(page.areaShown({ x: 0, y: 1590, w: 2400, h: 1350 })).toMatchObject({ y: 1670, h: 1350 })
  })

  it('but not what is nested: that goes with what it is in', () => {
    const group = aGroup('samen', { x: 100, y: 1900 })
    const inside = aNote('erin', '', { x: 5, y: 1600, parentId: group.id })
    const shown = laidOut([...steps, over, group, inside])
    expect(shown).toContain(inside)
    expect(placeIn(shown, 'samen').y).toBe(1980)
  })
})

it('[Z3] two rows in one step stay beside the tall zone next to them', () => {
  const zones = [
    aZone({ id: 'hoog', x: 0, y: 0, w: 500, h: 1000 }),
    aZone({ id: 'boven', x: 600, y: 0, w: 500, h: 400 }),
    aZone({ id: 'onder', x: 600, y: 500, w: 500, h: 500 }),
  ]
  const board = laidOut([...zones, aNote('laag', '', { x: 700, y: 290 })])
  expect(placeIn(board, 'boven').h).toBe(520)
  expect(placeIn(board, 'onder')).toMatchObject({ y: 620, h: 500 })
  expect(placeIn(board, 'hoog')).toMatchObject({ y: 0, h: 1120 })
})

describe('[Z4] what a zone is follows from the records alone', () => {
  it('in whatever order they come', () => {
    fc.assert(
      fc.property(someBoard, fc.integer(), (board, seed) => {
        const mixed = board.toSorted((one, other) => hash(one.id, seed) - hash(other.id, seed))
        expect(byId(laidOut(mixed))).toEqual(byId(laidOut(board)))
      }),
    )
  })

  it('and is the same when it is worked out change by change', () => {
    fc.assert(
      fc.property(someBoard, someNotes, fc.integer({ min: 0, max: 20 }), (board, later, left) => {
        const layout = new ZoneLayout(board)
        for (const note of later) layout.update(note)
        const gone = board.filter(({ type }) => type === 'note').slice(0, left)
        for (const { id } of gone) layout.remove(id)
        for (const note of later) layout.update(note)
        layout.settle()
        const now = new Map([...board, ...later].map((record) => [record.id, record]))
        for (const { id } of gone) if (!later.some((note) => note.id === id)) now.delete(id)
        const all = [...now.values()]
        expect(byId(all.map((record) => layout.shown(record)))).toEqual(byId(laidOut(all)))
      }),
    )
  })
})

describe('[Z1] what lies far below all else in its zone', () => {
  it('makes it no higher, and is shown where it lies', () => {
    const far = low('ver', 49_000)
    expect(highOf([far])).toBe(highOf([]))
    expect(highOf([low('laag', 1400), far])).toBe(highOf([low('laag', 1400)]))
    expect(laidOut([...steps, far]).at(-1)).toMatchObject({ y: 49_000 })
  })

  it('makes it higher once the room between them is filled, in whatever order', () => {
    const filled = Array.from({ length: 120 }, (_, n) => low(`n${n}`, 1000 + n * 400))
    const high = highOf(filled)
    expect(high).toBeGreaterThan(40_000)
    const layout = new ZoneLayout(steps)
    for (const note of filled.toReversed()) {
      layout.update(note)
      layout.settle()
    }
    const zone = steps.find(({ id }) => id === 'shape:een-zien')
    expect(zone && layout.shown(zone).props['h']).toBe(high)
  })

  it('makes no zone for sentences higher either', () => {
    const board = steps.map((zone) =>
      zone.id === 'shape:een-zien' ? { ...zone, meta: { ...zone.meta, kind: 'text' } } : zone,
    )
    const sentence = { ...low('zin', 49_000), type: 'text' }
    expect(highOf([sentence], board)).toBe(highOf([], board))
  })
})

describe('[Z5] nothing that was apart comes together', () => {
  it('each zone is as high as what belongs to it, and zones keep off each other', () => {
    fc.assert(
      fc.property(someBoard, (board) => {
        const shown = laidOut(board)
        const layout = new ZoneLayout(board)
        const zones = shown.filter(({ type }) => type === 'zone')
        for (const [place, one] of zones.entries()) {
          for (const other of zones.slice(place + 1)) expect(areApart(one, other)).toBe(true)
        }
        for (const record of shown.filter(({ type }) => type === 'note')) {
          const { zone } = layout.placeAt(Number(record['x']) + 100, Number(record['y']) + 100)
          const around = zones.find(({ id }) => id === zone?.id)
          if (around === undefined) continue
          expect(Number(record['y']) + 200).toBeLessThanOrEqual(bottomOf(around))
        }
      }),
    )
  })

  it('and one more thing lifts nothing', () => {
    fc.assert(
      fc.property(someBoard, places, names, (board, place, zone) => {
        const more = named(aNote('erbij', '', place), zone)
        const before = new Map(laidOut(board).map((record) => [record.id, record]))
        for (const record of laidOut([...board, more])) {
          if (record.id === more.id) continue
          expect(record['y']).toBeGreaterThanOrEqual(Number(before.get(record.id)?.['y']))
        }
      }),
    )
  })
})

describe('[Z6] what is shown can be stored', () => {
  it('and comes back where it was shown', () => {
    fc.assert(
      fc.property(someBoard, (mixed) => {
        const board = mixed.map((record) => ({ ...record, meta: {} }))
        const shown = laidOut(board)
        const page = ZonePage.ofShown(shown)
        const paper = shown.map(
          (record) =>
            board.find(({ id, type }) => type === 'zone' && id === record.id) ??
            page.toPaper(record),
        )
        expect(byId(laidOut(paper)).map(placed)).toEqual(byId(shown).map(placed))
      }),
    )
  })

  it('wherever somebody drops it', () => {
    fc.assert(
      fc.property(someBoard, places, (board, { x, y }) => {
        const layout = new ZoneLayout(board)
        const dropped = aNote('neer', '', { x, y })
        const paper = layout.toPaper(dropped)
        const after = new ZoneLayout([...board, paper])
        // Nothing above it got higher for it, so it is where it was dropped.
        expect(after.shown(paper)['y']).toBe(y)
      }),
    )
  })

  it('and names its zone only where its place does not say it', () => {
    const layout = new ZoneLayout([...steps, aNote('laag', '', { x: 100, y: 1150 })])
    expect(layout.toPaper(aNote('nieuw', '', { x: 100, y: 500 })).meta).toEqual({})
    const low = layout.toPaper(aNote('nieuw', '', { x: 100, y: 1250 }))
    expect(low).toMatchObject({ y: 1250, meta: { zone: 'shape:een-zien' } })
    const below = layout.toPaper({ ...low, y: 1950 })
    expect(below).toMatchObject({ y: 1870, meta: { zone: 'shape:twee-zien' } })
  })
})

/** Boards of two steps with notes all over them, some of which name their zone. */
const places = fc.record({
  x: fc.integer({ min: -300, max: 2600 }),
  y: fc.integer({ min: -300, max: 4000 }),
})
const names = fc.constantFrom(undefined, 'shape:een-zien', 'shape:twee-doen', 'shape:weg')
const someNotes = fc
  .array(fc.record({ place: places, zone: names, name: fc.integer({ min: 0, max: 15 }) }), {
    maxLength: 12,
  })
  .map((all) => all.map(({ place, zone, name }) => named(aNote(`n${name}`, '', place), zone)))
  .map((notes) => [...new Map(notes.map((note) => [note.id, note])).values()])
const someBoard = someNotes.map((notes) => [...steps, ...notes])

function low(name: string, y: number): BoardRecord {
  return named(aNote(name, '', { x: 100, y }), 'shape:een-zien')
}

/** How high the first zone is shown. */
function highOf(notes: readonly BoardRecord[], board: readonly BoardRecord[] = steps): number {
  return placeIn(laidOut([...board, ...notes]), 'een-zien').h
}

function named(note: BoardRecord, zone: string | undefined): BoardRecord {
  return zone === undefined ? note : { ...note, meta: { zone } }
}

function placeIn(board: readonly BoardRecord[], name: string): Bounds {
  const record = board.find(({ id }) => id === `shape:${name}`)
  if (record === undefined) throw new Error(`There is no ${name}.`)
  const { x, y, props } = record
  return { x: Number(x), y: Number(y), w: Number(props['w']), h: Number(props['h']) }
}

function placed({ id, x, y, props }: BoardRecord) {
  return { id, x, y, h: props['h'] }
}

function bottomOf({ y, props }: BoardRecord): number {
  return Number(y) + Number(props['h'])
}

function areApart(one: BoardRecord, other: BoardRecord): boolean {
  const [a, b] = [bounds([one]), bounds([other])]
  if (a === undefined || b === undefined) return true
  return a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y
}

function byId(records: readonly BoardRecord[]): readonly BoardRecord[] {
  return records.toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

function hash(id: string, seed: number): number {
  let value = seed
  for (const letter of id) value = (value * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003
  return value
}
