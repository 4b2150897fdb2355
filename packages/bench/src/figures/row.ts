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
  /** Why there are no figures. */
  readonly error?: string
}

const ENOUGH = 0.99

/** Whether too little arrived for the figures to be compared with others. */
function isSaturated({ deliveredShare, cursorShare }: Figures): boolean {
  return (deliveredShare ?? 1) < ENOUGH || (cursorShare ?? 1) < ENOUGH
}

/** Puts a row together. */
export function rowOf(
  name: Pick<Row, 'scenario' | 'server' | 'run'>,
  outcome: Figures | Error,
): Row {
  if (outcome instanceof Error) return { ...name, saturated: false, error: outcome.message }
  return { ...name, ...outcome, saturated: isSaturated(outcome) }
}
