import { describe, expect, it } from 'vitest'
import type { Mark, Period } from '../storage/stores/authorship-store.ts'
import { canPreview, toldMarks, toldOwners, UNTOLD } from './told-history.ts'
import { readerOf } from './when-written.ts'

const periods: readonly Period[] = [
  { number: 1, position: 0, isNamed: true },
  { number: 2, position: 1, isNamed: false },
  { number: 3, position: 2, isNamed: true },
]
/** Anna wrote while names were shown, Bram before and after that, Cato while they were hidden. */
const marks: readonly Mark[] = [
  { at: 1, period: 1, clocks: [] },
  { at: 2, period: 1, clocks: [[11, 4]] },
  { at: 3, period: 1, clocks: [[12, 2]] },
  { at: 4, period: 2, clocks: [[13, 1]] },
  { at: 5, period: 2, clocks: [[12, 5]] },
  {
    at: 6,
    period: 2,
    clocks: [
      [13, 3],
      [12, 6],
    ],
  },
  { at: 7, period: 3, clocks: [[12, 9]] },
]
const clocks = [
  [11, 4],
  [12, 9],
  [13, 3],
  [14, 2],
] as const
const owners = [
  [11, 'anna'],
  [12, 'bram'],
  [13, 'cato'],
  [14, 'server'],
  [15, 'dirk'],
] as const

const notes = { marks, lateWork: [], isLateWorkFull: false, current: 3, periods }

describe('[AR3] who wrote', () => {
  it('is told where all that a client wrote was written with names', () => {
    expect(toldOwners({ owners, clocks }, notes)).toEqual([
      [11, 'anna'],
      [12, UNTOLD],
      [13, UNTOLD],
      [14, 'server'],
      // Who wrote nothing is told nothing of.
      [15, UNTOLD],
    ])
  })

  it('is not told of what was handed in late', () => {
    const late = { ...notes, lateWork: [{ client: 11, first: 2, last: 2 }] }
    expect(toldOwners({ owners, clocks }, late)[0]).toEqual([11, UNTOLD])
  })

  it('and the same is told once more of what was told', () => {
    const told = toldOwners({ owners, clocks }, notes)
    const again = { ...notes, marks: toldMarks(marks, periods) }
    expect(toldOwners({ owners: told, clocks }, again)).toEqual(told)
  })
})

describe('[AR3] when it was written', () => {
  it('is told of what was written with names; of the rest only how far clients were in the end', () => {
    const told = toldMarks(marks, periods)
    expect(told.map(({ at }) => at)).toEqual([1, 2, 3, 6, 7])
    const [before, after] = [readerOf(notes), readerOf({ ...notes, marks: told })]
    for (const [client, clock] of clocks) {
      const named = (reader: typeof before) =>
        reader(client, 0, clock - 1).flatMap(({ isNamed, at }) => (isNamed ? [at] : []))
      expect(named(after)).toEqual(named(before))
    }
  })
})

it('[Y4] what stood inside an anonymous step is not shown', () => {
  const minutes = { kind: 'minutes' } as const
  expect(canPreview({ isNamed: false, reason: minutes })).toBe(false)
  expect(canPreview({ isNamed: false, reason: { kind: 'restore' } })).toBe(false)
  expect(canPreview({ isNamed: true, reason: minutes })).toBe(true)
  expect(canPreview({ isNamed: false, reason: { kind: 'step', title: 'Een' } })).toBe(true)
})
