import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairsToCompare } from './candidates.ts'
import { cluster } from './clusters/cluster.ts'
import { collectionOf } from './collection.ts'
import { areOpposing, zoneNamed } from './dutch/zones.ts'
import { featuresOf } from './features.ts'
import type { Features } from './features.ts'
import type { Note } from './note.ts'
import { compareNotes } from './propose.ts'
import type { Comparison } from './propose.ts'

const word = fc.constantFrom(
  ...'groen onderhoud groenonderhoud bomen niet geen zonder kan subsidie raad buurt gemeente'.split(
    ' ',
  ),
  ...'beslist meer minder regels vertrouwen wethouder college snel traag Jongeren 😀 é'.split(' '),
)
const text = fc.oneof(
  fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
  fc.string({ maxLength: 40 }),
)
const notes = fc
  .array(
    fc.record({
      board: fc.constantFrom('A', 'B', 'C'),
      zone: fc.constantFrom('los', 'vast', 'samen'),
      text,
    }),
    { maxLength: 25 },
  )
  .map((all) => all.map((note, place): Note => ({ id: `n${place}`, ...note })))

/** Everything said about notes, with the notes that get suggestions in the order of their ids. */
function sorted(all: Comparison): unknown {
  return { ...all, suggestions: [...all.suggestions].toSorted(([a], [b]) => (a < b ? -1 : 1)) }
}

/** The figures of features, so rounded that the order of adding does not show. */
function figures({ meetings: _words, ...all }: Features): unknown {
  return Object.entries(all).map(([name, value]) => [
    name,
    typeof value === 'number' ? value.toFixed(9) : value,
  ])
}

describe('any notes', () => {
  it('[S11] the order changes nothing', () => {
    fc.assert(
      fc.property(notes, fc.nat(), (given, turn) => {
        const other = [
          ...given.slice(turn % (given.length + 1)),
          ...given.slice(0, turn % (given.length + 1)),
        ]
        expect(sorted(compareNotes(other.toReversed()))).toEqual(sorted(compareNotes(given)))
        expect(cluster(other.toReversed(), 4)).toEqual(cluster(given, 4))
      }),
      { numRuns: 30 },
    )
  })

  it('[S12] of two notes the one is as much like the other as the reverse', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const { entries } = collectionOf([
          { id: '1', text: one },
          { id: '2', text: other },
        ])
        const [a, b] = [entries[0]!, entries[1]!]
        expect(figures(featuresOf(a, b))).toEqual(figures(featuresOf(b, a)))
      }),
      { numRuns: 200 },
    )
  })

  it('[S8] nothing is proposed or suggested across opposing zones, or twice', () => {
    fc.assert(
      fc.property(notes, (given) => {
        const { pairs, suggestions } = compareNotes(given)
        const byId = new Map(given.map((note) => [note.id, note]))
        const oppose = (a: string, b: string): boolean =>
          areOpposing(zoneNamed(byId.get(a)?.zone), zoneNamed(byId.get(b)?.zone))
        expect(pairs.filter(({ a, b }) => oppose(a, b) || a >= b)).toEqual([])
        expect(new Set(pairs.map(({ a, b }) => `${a} ${b}`)).size).toBe(pairs.length)
        for (const [id, found] of suggestions) {
          expect(found.filter((other) => other.id === id || oppose(id, other.id))).toEqual([])
        }
      }),
      { numRuns: 30 },
    )
  })

  it('[S15] every note is in one group, and there are as many as asked for', () => {
    fc.assert(
      fc.property(notes, fc.integer({ min: 1, max: 30 }), (given, k) => {
        const clusters = cluster(given, k)
        expect(clusters.flatMap(({ ids }) => ids).toSorted()).toEqual(
          given.map(({ id }) => id).toSorted(),
        )
        expect(clusters).toHaveLength(Math.min(k, given.length))
        expect(clusters.every(({ name }) => name !== '')).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it('[S13] of many notes few pairs are compared, and the same words are among them', () => {
    const many = Array.from({ length: 600 }, (_, place) => ({
      id: `n${place}`,
      board: place % 2 ? 'A' : 'B',
      text: `kenmerk${Math.floor(place / 2)}x van de gemeente ${place}`,
    }))
    const collection = collectionOf(many)
    const pairs = pairsToCompare(collection)
    expect(pairs.length).toBeLessThan(600 * 31)
    expect(compareNotes(many).pairs.length).toBeGreaterThanOrEqual(290)
  })
})
