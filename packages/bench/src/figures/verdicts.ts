import type { Goal } from './goals.ts'
import { median } from './percentile.ts'
import type { Row } from './row.ts'

/** How a goal came out. 'not-measured': no run in which both servers brought over what was drawn. */
export type Outcome = 'stretch' | 'required' | 'missed' | 'not-measured'

export interface Verdict {
  readonly goal: Goal
  /** The median over all runs that count. */
  readonly value: number | undefined
  /** How many runs count. */
  readonly runs: number
  readonly outcome: Outcome
}

/**
 * Holds rows against goals. A ratio is taken within one run, between two servers that drew under
 * the same conditions a minute apart; saturated, disturbed and failed rows count in none, and
 * latencies that a late driver measured do not either.
 */
export function verdictsOn(rows: readonly Row[], goals: readonly Goal[]): readonly Verdict[] {
  return goals.map((goal) => {
    const values = valuesOf(goal, rows)
    const value = median(values)
    return { goal, value, runs: values.length, outcome: outcomeOf(goal, value) }
  })
}

function valuesOf({ scenario, figure, of }: Goal, rows: readonly Row[]): readonly number[] {
  const counting = rows.filter((row) => row.scenario === scenario && counts(row, figure))
  const inRun = (server: string, run: number): number | undefined => {
    const value = counting.find((row) => row.server === server && row.run === run)?.[figure]
    return typeof value === 'number' ? value : undefined
  }
  return counting
    .filter(({ server }) => server === 'stip')
    .flatMap(({ run }) => {
      const own = inRun('stip', run)
      if (own === undefined) return []
      if (of === undefined) return [own]
      const other = inRun(of, run)
      return other === undefined || other === 0 ? [] : [own / other]
    })
}

const latencies: ReadonlySet<string> = new Set(['p50', 'p95', 'p99', 'ackP95', 'ackP99'])

function counts(row: Row, figure: string): boolean {
  if (row.saturated || row.disturbed) return false
  return !(latencies.has(figure) && row['driverBusy'] === true)
}

function outcomeOf(goal: Goal, value: number | undefined): Outcome {
  if (value === undefined) return 'not-measured'
  const reaches = (bound: number): boolean =>
    goal.atLeast === true ? value >= bound : value <= bound
  if (reaches(goal.stretch)) return 'stretch'
  return reaches(goal.required) ? 'required' : 'missed'
}
