import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addNote } from '../outline/outline-edits.ts'
import type { BoardRecord } from '../record.ts'
import { bounds } from '../bounds.ts'
import { aText, aZone, areApart, sectionIn } from '../test/outlines.ts'
import { aNote } from '../test/records.ts'
import { laidOut, ZoneLayout } from './zone-layout.ts'

const zones = [
  aZone({ id: 'zin', title: 'Onze zin', w: 550, h: 250, kind: 'text' }),
  aZone({ id: 'onder', y: 300, w: 550, h: 250 }),
]

describe('[Z7] a zone for sentences', () => {
  it('has them as wide as itself, in large letters, one below the other', () => {
    let board: readonly BoardRecord[] = zones
    for (const words of ['In onze gemeente doen we het samen. '.repeat(6), 'En nu verder.']) {
      const edit = addNote(
        laidOut(board),
        sectionIn(laidOut(board), 'shape:zin'),
        words,
        `shape:${words.length}`,
      )
      board = [...board, ...edit.create]
    }
    const [first, second] = laidOut(board).filter(({ type }) => type === 'text')
    if (first === undefined || second === undefined) throw new Error('There are not two sentences.')
    expect(bounds([first])).toMatchObject({ x: 32, w: 486 })
    expect(36 * Number(first.props['scale'])).toBeGreaterThanOrEqual(44)
    expect(areApart(first, second)).toBe(true)
    const lowest = bounds([second])
    const zone = laidOut(board).find(({ id }) => id === 'shape:onder')
    expect(zone?.['y']).toBeGreaterThan(50 + (lowest?.y ?? 0) + (lowest?.h ?? 0))
  })

  it('moves those below down when one gets longer, and nothing else', () => {
    const short = sentences(['Kort.', 'Dan dit.'])
    const long = sentences(['Lang. '.repeat(60), 'Dan dit.'])
    expect(yOf(laidOut(short), 'z1')).toBe(180)
    expect(yOf(laidOut(long), 'z0')).toBe(100)
    expect(yOf(laidOut(long), 'z1')).toBeGreaterThan(400)
    const beside = laidOut([...long, aNote('briefje', '', { x: 100, y: 140 })])
    expect(yOf(beside, 'briefje')).toBe(140)
  })

  it('has none over another, and is the same in any order and change by change', () => {
    const texts = fc.array(fc.record({ y: fc.integer({ min: 0, max: 220 }), long: fc.nat(300) }), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(texts, (all) => {
        const board = [
          ...zones,
          ...all.map(({ y, long }, place) => aSentence(`z${place}`, 'a'.repeat(long), y)),
        ]
        const shown = laidOut(board)
        const lying = shown.filter(({ type }) => type === 'text')
        for (const [place, one] of lying.entries()) {
          for (const other of lying.slice(place + 1)) expect(areApart(one, other)).toBe(true)
        }
        expect(laidOut(board.toReversed()).toReversed()).toEqual(shown)
        const layout = new ZoneLayout(zones)
        for (const record of board) layout.update(record)
        layout.settle()
        expect(board.map((record) => layout.shown(record))).toEqual(shown)
      }),
    )
  })
})

function sentences(words: readonly string[]): BoardRecord[] {
  return [...zones, ...words.map((each, place) => aSentence(`z${place}`, each, 100 + place * 80))]
}

function aSentence(name: string, words: string, y: number): BoardRecord {
  const text = aText(name, words)
  return { ...text, x: 16, y, props: { ...text.props, size: 'l', w: 500 } }
}

function yOf(board: readonly BoardRecord[], name: string): unknown {
  return board.find(({ id }) => id === `shape:${name}`)?.['y']
}
