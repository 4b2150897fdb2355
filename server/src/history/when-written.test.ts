import { describe, expect, it } from 'vitest'
import { readerOf } from './when-written.ts'
import type { Notes } from './when-written.ts'

const anna = 11

describe('when something was written', () => {
  it('[Y8] gives the first mark that has it', () => {
    const when = readerOf(notes({ marks: [mark(100, 1), mark(200, 1, 3), mark(300, 1, 8)] }))
    expect(when(anna, 0, 2)).toMatchObject([{ isNamed: true, at: 200 }])
    expect(when(anna, 3, 3)).toMatchObject([{ isNamed: true, at: 300 }])
  })

  it('[Y8] cuts what was written over more than one mark', () => {
    const when = readerOf(notes({ marks: [mark(100, 1), mark(200, 1, 3), mark(300, 1, 8)] }))
    expect(when(anna, 2, 9)).toMatchObject([
      { isNamed: true, at: 200 },
      { isNamed: true, at: 300 },
      { isNamed: true, at: undefined },
    ])
  })

  it('[W43] tells what came later, also when the clock was set back in between', () => {
    const when = readerOf(notes({ marks: [mark(900, 1), mark(950, 1, 3), mark(100, 1, 8)] }))
    const [first, second, third] = when(anna, 2, 9)
    expect([first?.at, second?.at]).toEqual([950, 100])
    const orders = [first?.order, second?.order, third?.order].map(Number)
    expect(orders).toEqual(orders.toSorted((one, other) => one - other))
    expect(new Set(orders).size).toBe(3)
  })

  it('[Y8] names nothing that may have been written without names', () => {
    const marks = [mark(100, 1), mark(200, 2, 3), mark(300, 3, 6), mark(400, 3, 9)]
    const when = readerOf(
      notes({ marks, current: 3, periods: [period(1, true), period(2, false), period(3, true)] }),
    )
    expect(when(anna, 0, 9).map(({ isNamed }) => isNamed)).toEqual([false, false, true, true])
  })

  it('[Y8] names nothing from before anybody noted anything', () => {
    expect(readerOf(notes({ marks: [] }))(anna, 0, 1)).toMatchObject([
      { isNamed: false, at: undefined },
    ])
    expect(readerOf(notes({ marks: [mark(100, 1, 5)] }))(anna, 0, 1)).toMatchObject([
      { isNamed: false, at: 100 },
    ])
  })

  it('[Y8] names nothing that was handed in late, nor anything when there was too much of that', () => {
    const marks = [mark(100, 1), mark(200, 1, 9)]
    const late = readerOf(notes({ marks, lateWork: [{ client: anna, first: 4, last: 6 }] }))
    expect(late(anna, 0, 3)[0]?.isNamed).toBe(true)
    expect(late(anna, 6, 7)[0]?.isNamed).toBe(false)
    const periods = [period(1, true), period(2, false)]
    const full = readerOf(notes({ marks, periods, isLateWorkFull: true }))
    expect(full(anna, 0, 3)[0]?.isNamed).toBe(false)
  })
})

function notes(differences: Partial<Notes>): Notes {
  return {
    marks: [],
    lateWork: [],
    isLateWorkFull: false,
    current: 1,
    periods: [period(1, true)],
    ...differences,
  }
}

function mark(at: number, period: number, clock?: number): Notes['marks'][number] {
  return { at, period, clocks: clock === undefined ? [] : [[anna, clock]] }
}

function period(number: number, isNamed: boolean): Notes['periods'][number] {
  return { number, position: number, isNamed }
}
