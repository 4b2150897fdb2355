import { describe, expect, it } from 'vitest'
import type { Goal } from './goals.ts'
import { rowOf } from './row.ts'
import type { Row } from './row.ts'
import { fraction, tableOf, verdictTable } from './table.ts'
import { verdictsOn } from './verdicts.ts'

describe('a row', () => {
  it('[V4] is saturated when less than 0.99 of moves or cursors arrived', () => {
    expect(aRow({ deliveredShare: 0.99, cursorShare: 1 }).saturated).toBe(false)
    expect(aRow({ deliveredShare: 0.989, cursorShare: 1 }).saturated).toBe(true)
    expect(aRow({ deliveredShare: 1, cursorShare: 0.5 }).saturated).toBe(true)
  })

  it('[V4] of a scenario without drawing is not', () => {
    expect(aRow({ deliveredShare: undefined, cursorShare: undefined }).saturated).toBe(false)
  })
})

describe('a goal', () => {
  it('[V5] compares within a run, and takes the median over runs', () => {
    const rows = [1, 2, 3].flatMap((run) => [
      aRow({ run, usPerDelivered: run }),
      aRow({ run, server: 'hocuspocus', usPerDelivered: 10 * run * run }),
    ])
    // 1/10, 2/40 and 3/90.
    expect(verdictsOn(rows, [aGoal()])).toMatchObject([{ value: 0.05, runs: 3 }])
  })

  it('[V5] leaves saturated and failed rows out', () => {
    const failed = rowOf({ scenario: 'B', server: 'hocuspocus', run: 2 }, new Error('no'))
    const rows = [
      aRow({ usPerDelivered: 2 }),
      aRow({ server: 'hocuspocus', usPerDelivered: 1, deliveredShare: 0.3 }),
      aRow({ run: 2, usPerDelivered: 2 }),
      failed,
    ]
    expect(verdictsOn(rows, [aGoal()])).toMatchObject([{ runs: 0, outcome: 'not-measured' }])
  })

  it('[V5] leaves rows of a crowded machine out, and latencies of a late driver', () => {
    const peer = aRow({ server: 'hocuspocus', usPerDelivered: 20, p99: 10 })
    const crowded = [aRow({ usPerDelivered: 2, otherCores: 0.6 }), peer]
    expect(verdictsOn(crowded, [aGoal()])).toMatchObject([{ outcome: 'not-measured' }])
    const late = [aRow({ usPerDelivered: 2, p99: 5, otherCores: 0.1, driverBusy: true }), peer]
    expect(verdictsOn(late, [aGoal(), aGoal({ figure: 'p99' })])).toMatchObject([
      { outcome: 'stretch' },
      { outcome: 'not-measured' },
    ])
  })

  it('[V6] is met, stretched or missed', () => {
    const peer = aRow({ server: 'hocuspocus', usPerDelivered: 20 })
    const verdicts = [4, 5, 6].flatMap((own) =>
      verdictsOn([aRow({ usPerDelivered: own }), peer], [aGoal()]),
    )
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['stretch', 'required', 'missed'])
  })

  it('[V6] can be one that should be high, and one of Stip alone', () => {
    const { of: _, ...alone } = aGoal({
      figure: 'fits',
      required: 150,
      stretch: 250,
      atLeast: true,
    })
    expect(verdictsOn([aRow({ fits: 200 })], [alone])).toMatchObject([{ outcome: 'required' }])
    expect(verdictsOn([aRow({ fits: 100 })], [alone])).toMatchObject([{ outcome: 'missed' }])
  })

  it('reads as a fraction in the table, because that is how it is asked', () => {
    expect([0.25, 0.0345, 0.1333, 1.2, 0].map((ratio) => fraction(ratio))).toEqual([
      '1/4',
      '1/29',
      '1/7.5',
      '1.2',
      '0',
    ])
    const rows = [aRow({ usPerDelivered: 4 }), aRow({ server: 'hocuspocus', usPerDelivered: 20 })]
    expect(verdictTable(verdictsOn(rows, [aGoal()]))).toContain('| 1/5 | 1 | met (stretch) |')
    expect(tableOf(rows)).toContain('| B | stip | 1 |')
  })
})

/** Stip in the first run of B, where everything arrived; name only what the test is about. */
function aRow({
  server = 'stip',
  run = 1,
  ...figures
}: Partial<Row> & { [more: string]: unknown } = {}): Row {
  return rowOf({ scenario: 'B', server, run }, { deliveredShare: 1, cursorShare: 1, ...figures })
}

function aGoal(differences: Partial<Goal> = {}): Goal {
  return {
    scenario: 'B',
    figure: 'usPerDelivered',
    title: 'server CPU',
    of: 'hocuspocus',
    required: 1 / 4,
    stretch: 1 / 5,
    ...differences,
  }
}
