import { zoneRecord } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import { liveRecords, readRecord } from '@stip/documents'
import { below, seededRandom } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import type { IndexKey } from 'tldraw'
import { describe, expect, it } from 'vitest'
import { seedsToTry } from '../test/seeds.ts'
import { aNote, exchange, Screen, smuggle, twoScreens } from '../test/two-screens.ts'

/** Runs that once failed, kept for good. Say in one line what was wrong. */
const regressions: readonly number[] = []

describe('a zone that grows on screen', () => {
  it('[Z1] [Z2] is as high as its lowest note for everybody, and what is below moves along', () => {
    const [anna, bram] = aBoard()
    bram.add(aNote('onder', { x: 100, y: 900 }))
    exchange(anna, bram)
    anna.add(aNote('laag', { x: 100, y: 390 }))
    exchange(anna, bram)
    for (const screen of [anna, bram]) {
      expect(screen.shape('shape:boven')?.props).toMatchObject({ h: 500 + 120 })
      expect(screen.shape('shape:beneden')).toMatchObject({ y: 800 + 120, props: { h: 500 } })
      expect(screen.shape('shape:onder')).toMatchObject({ y: 900 + 120 })
      expect(screen.shape('shape:laag')).toMatchObject({ y: 390 })
    }
  })

  it('[Z6] takes what is put where it grew, and gives it to nobody else', () => {
    const [anna, bram] = aBoard()
    anna.add(aNote('laag', { x: 100, y: 390 }))
    anna.add(aNote('lager', { x: 400, y: 460 }))
    exchange(anna, bram)
    expect(stored(anna, 'lager')).toMatchObject({ y: 460, meta: { zone: 'shape:boven' } })
    expect(bram.shape('shape:lager')).toMatchObject({ y: 460 })
    expect(bram.shape('shape:beneden')).toMatchObject({ y: 800 + 200 })
  })

  it('[Z6] stores a note that moves to a zone below as far from its top as it is shown', () => {
    const [anna, bram] = aBoard()
    anna.add(aNote('laag', { x: 100, y: 390 }), aNote('weg', { x: 400, y: 100 }))
    exchange(anna, bram)
    bram.move('shape:weg', 400, 1150)
    exchange(anna, bram)
    expect(stored(anna, 'weg')).toMatchObject({ y: 1150 - 120 })
    for (const screen of [anna, bram]) expect(screen.shape('shape:weg')).toMatchObject({ y: 1150 })
    bram.act(() => void bram.binding.undo.undo())
    exchange(anna, bram)
    expect(stored(anna, 'weg')).toMatchObject({ x: 400, y: 100 })
    for (const screen of [anna, bram]) expect(screen.shape('shape:weg')).toMatchObject({ y: 100 })
  })

  it('becomes lower again when its lowest note goes', () => {
    const [anna, bram] = aBoard()
    anna.add(aNote('laag', { x: 100, y: 390 }))
    exchange(anna, bram)
    bram.remove('shape:laag')
    exchange(anna, bram)
    for (const screen of [anna, bram])
      expect(screen.shape('shape:beneden')).toMatchObject({ y: 800 })
    bram.act(() => void bram.binding.undo.undo())
    exchange(anna, bram)
    for (const screen of [anna, bram])
      expect(screen.shape('shape:beneden')).toMatchObject({ y: 920 })
  })

  it('waits under the hands of who holds something, and not elsewhere', () => {
    const [anna, bram] = aBoard()
    anna.add(aNote('laag', { x: 100, y: 200 }))
    exchange(anna, bram)
    anna.binding.hasInHand = () => true
    for (const y of [300, 350, 390]) anna.move('shape:laag', 100, y)
    exchange(anna, bram)
    expect(anna.shape('shape:beneden')).toMatchObject({ y: 800 })
    expect(bram.shape('shape:beneden')).toMatchObject({ y: 920 })
    anna.move('shape:laag', 100, 560)
    exchange(anna, bram)
    expect(stored(anna, 'laag')?.meta['zone'] ?? null).toBe(null)
    for (const screen of [anna, bram])
      expect(screen.shape('shape:beneden')).toMatchObject({ y: 800 })
    anna.move('shape:laag', 100, 390)
    anna.binding.hasInHand = () => false
    exchange(anna, bram)
    for (const screen of [anna, bram])
      expect(screen.shape('shape:beneden')).toMatchObject({ y: 920 })
  })

  it('grows while somebody types in it', () => {
    const [anna, bram] = aBoard()
    anna.add(aNote('lang', { x: 100, y: 250 }))
    anna.setProps('shape:lang', { growY: 300 })
    exchange(anna, bram)
    for (const screen of [anna, bram]) {
      expect(screen.shape('shape:lang')).toMatchObject({ y: 250 })
      expect(screen.shape('shape:beneden')).toMatchObject({ y: 1080 })
    }
  })
})

describe('[Z4] [Z6] [B36] whoever does what, screens agree', () => {
  it.each([...new Set([...regressions, ...seedsToTry({ few: 20, many: 200 })])])(
    'seed %d',
    (seed) => {
      const random = seededRandom(seed)
      const people = aBoard()
      for (let turn = 0; turn < 60; turn++) {
        const person = people[below(random, people.length)] ?? people[0]
        if (below(random, 5) === 0) exchange(...people)
        else workOn(person, random)
      }
      for (const person of people) {
        person.binding.hasInHand = () => false
        person.binding.beginStep()
      }
      exchange(...people)
      exchange(...people)
      const [anna] = people
      const shown = new Map(liveRecords(anna.document).map((record) => [record.id, record]))
      for (const person of people) {
        expect(person.shown()).toEqual(anna.shown())
        for (const { id, x, y } of person.shown() as BoardRecord[]) {
          expect({ id, x, y }).toEqual({ id, x: shown.get(id)?.['x'], y: shown.get(id)?.['y'] })
        }
      }
    },
  )
})

function workOn(person: Screen, random: Random): void {
  const name = `n${below(random, 12)}`
  const id = `shape:${name}`
  const place = { x: below(random, 1100) - 100, y: below(random, 2000) - 100 }
  const shape = person.shape(id)
  const chance = below(random, 10)
  if (chance === 0) person.binding.hasInHand = () => below(random, 2) === 0
  else if (shape === undefined)
    person.add(aNote(name, { ...place, index: `a${name.slice(1)}V` as IndexKey }))
  else if (chance < 6) person.move(id, place.x, place.y)
  else if (chance < 7) person.setProps(id, { growY: below(random, 400) })
  else if (chance < 8) person.remove(id)
  else person.act(() => void person.binding.undo.undo())
}

/** A board with one zone below another, on two screens. */
function aBoard(): readonly [Screen, Screen] {
  const screens = twoScreens()
  const [anna, bram] = screens
  for (const [name, y] of [
    ['boven', 0],
    ['beneden', 800],
  ] as const) {
    const zone = zoneRecord({
      id: `shape:${name}`,
      x: 0,
      y,
      w: 1000,
      h: 500,
      title: name,
      question: '',
      color: 'yellow',
      style: 'area',
      letter: '',
      index: `Y0${y === 0 ? 1 : 2}`,
    })
    smuggle(anna, zone)
  }
  exchange(anna, bram)
  return screens
}

function stored({ document }: Screen, name: string): BoardRecord | undefined {
  return readRecord(document, `shape:${name}`)?.record
}
