import type { Figures } from '../job.ts'
import type { ScenarioName, ServerName } from '../names.ts'

/** One server in one run of one scenario. */
export interface Row extends Figures {
  readonly scenario: ScenarioName
  readonly server: ServerName
  /** From 1. */
  readonly run: number
  /** The server did not bring over what was drawn: its figures say nothing about cost. */
  readonly saturated: boolean
  /** Others used the machine: a server that is short of time merges more, and looks cheaper. */
  readonly disturbed: boolean
  /** Why there are no figures. */
  readonly error?: string
}

const ENOUGH = 0.99
/** Cores that other processes may use meanwhile. */
const QUIET_CORES = 0.5

/** Whether too little arrived for the figures to be compared with others. */
function isSaturated({ deliveredShare, cursorShare }: Figures): boolean {
  return (deliveredShare ?? 1) < ENOUGH || (cursorShare ?? 1) < ENOUGH
}

/** Puts a row together. */
export function rowOf(
  name: Pick<Row, 'scenario' | 'server' | 'run'>,
  outcome: Figures | Error,
): Row {
  if (outcome instanceof Error) {
    return { ...name, saturated: false, disturbed: false, error: outcome.message }
  }
  const otherCores = outcome['otherCores']
  const disturbed = typeof otherCores === 'number' && otherCores > QUIET_CORES
  return { ...name, ...outcome, saturated: isSaturated(outcome), disturbed }
}
