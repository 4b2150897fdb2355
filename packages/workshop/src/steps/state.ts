import type { Agenda, Step } from './agenda.ts'

/** What is to happen in a session, and how far it is. */
export interface StepsState {
  readonly agenda: Agenda
  /** Index of the current step; -1 while people are still coming in. */
  readonly position: number
  /** Positions of steps in the order in which they were first opened; areas on boards follow it. */
  readonly openedSteps: readonly number[]
}

export interface WithSteps {
  readonly steps: StepsState
}

export type WentToStep = {
  readonly type: 'went-to-step'
  /** The position that was left. */
  readonly from: number
  readonly position: number
  /** How long the step takes, as planned; 0: it has no clock. */
  readonly minutes: number
  readonly at: number
}

/** The step the session is in; undefined while people are still coming in. */
export function currentStep({ steps: { agenda, position } }: WithSteps): Step | undefined {
  return agenda.steps[position]
}
