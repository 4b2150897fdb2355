import { fraction } from '../figures/table.ts'
import { median } from '../figures/percentile.ts'

/** What is measured of a session; the goals are shares of what Stip needed at c1d5a8b. */
const rows = {
  idleMb: { title: 'memory of a server that just started, MB', required: 0.6 },
  followingMb: { title: 'memory with all following, MB', required: 1 / 4, stretch: 1 / 6 },
  leftMb: { title: 'memory when all have gone, MB', required: 1 / 4 },
  stepCpuMs: { title: 'CPU of a step change, ms', required: 1 / 12, stretch: 1 / 25 },
  stepBytes: { title: 'bytes to one person, step change', atMost: 500 },
  pressBytes: { title: 'bytes to one person, press on the console', atMost: 0 },
  stepP95Ms: { title: 'until all have the step, p95, ms', required: 1 / 5, stretch: 1 / 10 },
  arrivalCpuMs: { title: 'CPU of one more who comes in, ms', required: 1 / 40 },
  joinCpuMs: { title: 'CPU of a person by code, ms', required: 1 / 4, stretch: 1 / 8 },
  followCpuMs: { title: 'CPU of a screen that begins to follow, ms', required: 1 / 10 },
  longestBlockMs: { title: 'longest block of the main thread, ms', atMost: 25 },
} as const

export type FigureName = keyof typeof rows

interface Goal {
  readonly title: string
  readonly required?: number
  readonly stretch?: number
  readonly atMost?: number
}

type Runs = readonly Readonly<Record<FigureName, number>>[]

/** All figures as a table in Markdown; with another build beside it, what share they are of that. */
export function sessionTable(own: Runs, other: Runs): string {
  const names = Object.keys(rows) as FigureName[]
  const lines = names.map((name) => {
    const { title, required, stretch, atMost }: Goal = rows[name]
    const now = middle(own, name)
    const before = other.length > 0 ? middle(other, name) : undefined
    const goal =
      atMost === undefined
        ? [required, stretch].flatMap((share) => (share === undefined ? [] : fraction(share)))
        : [String(atMost)]
    const ratio = before === undefined || before === 0 ? '–' : fraction(now / before)
    const isMet =
      atMost === undefined ? before !== undefined && now <= before * (required ?? 1) : now <= atMost
    const cells = [title, before === undefined ? '–' : inWords(before), inWords(now), ratio]
    return [...cells, `≤ ${goal.join(', ')}`, isMet ? 'yes' : before === undefined ? '–' : 'NO']
  })
  const header = ['what', 'beside', 'here', 'ratio', 'goal', 'met']
  return [header, header.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function middle(runs: Runs, name: FigureName): number {
  return median(runs.map((run) => run[name])) ?? 0
}

function inWords(value: number): string {
  return String(Number(value.toFixed(value < 10 ? 2 : 0)))
}
