import type { JobKind } from './job.ts'
import type { ScenarioName } from './names.ts'
import type { Crowd } from './servers/plans.ts'

export interface Scenario {
  readonly kind: JobKind
  readonly crowd: Crowd
}

/** As many records as lie on a board when an evening is under way. */
const USUAL_RECORDS = 200

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
  }
  return crowds[name]
}

/** Scenario I tries these one after the other, until one does not fit. */
export const crowdSizes: readonly number[] = [25, 50, 75, 100, 150, 200, 250, 300]

function oneBoard(drawers: number): Scenario {
  const records = Math.max(USUAL_RECORDS, drawers)
  return { kind: 'draw', crowd: { boards: 1, drawers, probes: 2, boardsWithProbes: 1, records } }
}

function twentyBoards(drawers: number): Crowd {
  return { boards: 20, drawers, probes: 0, boardsWithProbes: 0, records: USUAL_RECORDS }
}

const lonely = { boards: 1, drawers: 1, probes: 0, boardsWithProbes: 0 }
