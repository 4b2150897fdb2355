import type { Doing, JobKind } from './job.ts'
import type { ScenarioName } from './names.ts'
import type { Crowd } from './servers/plans.ts'

export interface Scenario {
  readonly kind: JobKind
  readonly crowd: Crowd
  readonly doing?: Doing
  /** How often each drawer does it in a second, when not 30 times. */
  readonly perSecond?: number
}

/** As many records as lie on a board when an evening is under way. */
const USUAL_RECORDS = 200

/** Notes of a board that weighs nearly two megabytes as one update: a board of ours holds 5,000 records. */
const TWO_MB_RECORDS = 4900

/** What every scenario asks of a server. */
export function scenarioOf(
  name: ScenarioName,
  sizes: { readonly drawers: number | undefined; readonly clients: number },
): Scenario {
  const { drawers } = sizes
  const crowds: Readonly<Record<ScenarioName, Scenario>> = {
    A: oneBoard(drawers ?? 12),
    B: oneBoard(drawers ?? 40),
    C: oneBoard(drawers ?? 100),
    D: { kind: 'draw', crowd: { ...twentyBoards(drawers ?? 12), probes: 1, boardsWithProbes: 4 } },
    E: { kind: 'join', crowd: { ...lonely, probes: 1, boardsWithProbes: 1, records: 5000 } },
    F: { kind: 'reconnect', crowd: twentyBoards(Math.max(1, Math.round(sizes.clients / 20))) },
    G: { kind: 'cold-start', crowd: { ...lonely, records: 1000 } },
    H: { ...oneBoard(12), kind: 'crash' },
    I: oneBoard(drawers ?? 0),
    J: { kind: 'open', crowd: { ...lonely, drawers: drawers ?? 500, records: TWO_MB_RECORDS } },
    K: close(drawers ?? 1000),
    L: pointing(drawers ?? 300),
  }
  return crowds[name]
}

/** Scenario I tries these one after the other, until one does not fit. */
export const crowdSizes: readonly number[] = [25, 50, 75, 100, 150, 200, 250, 300]

function oneBoard(drawers: number): Scenario {
  const records = Math.max(USUAL_RECORDS, drawers)
  const crowd = { ...lonely, drawers, probes: 2, boardsWithProbes: 1, records }
  return { kind: 'draw', crowd }
}

/** The plenary close: three write, all others look on; two of those are full clients. */
function close(people: number): Scenario {
  const readers = Math.max(0, people - 5)
  const crowd = { ...lonely, drawers: 3, readers, probes: 2, boardsWithProbes: 1 }
  return { kind: 'draw', perSecond: 10, crowd: { ...crowd, records: USUAL_RECORDS } }
}

/** Everybody points, and nobody draws. */
function pointing(drawers: number): Scenario {
  const { kind, crowd } = oneBoard(drawers)
  return { kind, crowd: { ...crowd, probes: 0 }, doing: 'points', perSecond: 1 }
}

function twentyBoards(drawers: number): Crowd {
  return { ...lonely, boards: 20, drawers, records: USUAL_RECORDS }
}

const lonely = { boards: 1, drawers: 1, readers: 0, probes: 0, boardsWithProbes: 0 }
