import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { labelledPairs, partsOf } from './labelled.ts'
import type { LabelledEvening } from './labelled.ts'
import { adjustedRand, measure } from './measures.ts'
import { ofTheProduct, ofTrigrams } from './systems.ts'

const folder = new URL('../../data/', import.meta.url)
const evenings = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as LabelledEvening)

describe('the labelled set', () => {
  it('[S16] is large enough, and every evening is in one part', () => {
    const labels = evenings.flatMap(labelledPairs).map(({ label }) => label)
    for (const [label, atLeast] of [
      ['same', 300],
      ['related', 300],
      ['opposite', 20],
    ] as const) {
      expect(labels.filter((one) => one === label).length).toBeGreaterThanOrEqual(atLeast)
    }
    const boards = evenings.flatMap(({ evening, notes }) =>
      notes.map(({ board }) => evening + board),
    )
    expect(new Set(boards).size).toBeGreaterThanOrEqual(12)
    expect(new Set(evenings.map(({ evening }) => evening)).size).toBe(evenings.length)
    expect(new Set(evenings.map(({ part }) => part)).size).toBe(2)
  })

  it('[S16] names every note once, and every group', () => {
    for (const { notes, groups, opposites } of evenings) {
      const ids = new Set(notes.map(({ id }) => id))
      expect(ids.size).toBe(notes.length)
      expect(new Set(notes.map(({ text }) => text.trim())).has('')).toBe(false)
      expect(new Set(notes.map(({ group }) => group)).size).toBe(groups.length)
      expect(opposites.flat().filter((id) => !ids.has(id))).toEqual([])
    }
  })
})

it.each(['train', 'held-out'])('[S17] it is good enough, and better than 3-grams: %s', (part) => {
  const own = evenings.filter((evening) => evening.part === part)
  const stip = measure(own.map(ofTheProduct))
  const baseline = measure(own.map(ofTrigrams))
  expect(stip.precision).toBeGreaterThanOrEqual(0.9)
  expect(stip.recall).toBeGreaterThanOrEqual(0.3)
  expect(stip.opposites).toBeLessThanOrEqual(0.03)
  expect(stip.topThree).toBeGreaterThanOrEqual(0.85)
  expect(stip.adjustedRand).toBeGreaterThanOrEqual(0.25)
  for (const name of ['precision', 'recall', 'f1', 'topThree', 'adjustedRand'] as const) {
    expect(stip[name]).toBeGreaterThan(baseline[name])
  }
})

it('[S21] among few notes most of what is proposed is right too', () => {
  const { precision, proposed } = measure(
    evenings.flatMap((evening) => partsOf(evening, 4)).map(ofTheProduct),
  )
  expect(proposed).toBeGreaterThan(50)
  expect(precision).toBeGreaterThanOrEqual(0.8)
})

it('[S17] the adjusted Rand index is 1 for the same groups and 0 for chance', () => {
  expect(adjustedRand([1, 1, 2, 2], ['x', 'x', 'y', 'y'])).toBe(1)
  expect(adjustedRand([1, 1, 1, 1], [1, 2, 3, 4])).toBe(0)
  // The example of L. Hubert and P. Arabie's index in the documentation of scikit-learn.
  expect(adjustedRand([0, 0, 1, 2], [0, 0, 1, 1])).toBeCloseTo(0.571, 2)
})
