import { ok, refuse } from '@stip/primitives'
import { z } from 'zod'
import type { Ability } from '../ability/ability.ts'
import type { Agenda } from './agenda.ts'
import type { StepsState, WentToStep } from './state.ts'

/** Next, back, or straight to a step; opening a step for the first time adds its area to the boards. */
export type StepsCommand = { readonly type: 'go-to-step'; readonly position: number }

export const steps: Ability<{
  name: 'steps'
  beginning: { readonly agenda: Agenda }
  state: StepsState
  command: StepsCommand
  event: WentToStep
  internal: never
  hears: never
  neighbours: object
  parts: object
}> = {
  name: 'steps',
  upgrades: [],
  begin: ({ agenda }) => ({ agenda, position: -1, openedSteps: [] }),

  commands: {
    'go-to-step': {
      body: { position: z.number().int().min(-1).max(200) },
      givenBy: ['facilitator'],
      // "Next" is next to the step on the screen.
      staleAfter: ['went-to-step'],
      decide: (state, { position }, { now }) => {
        const step = state.agenda.steps[position]
        if (step === undefined && position !== -1) return refuse('no-such-step')
        const minutes = step?.minutes ?? 0
        return ok([{ type: 'went-to-step', from: state.position, position, minutes, at: now }])
      },
    },
  },

  parts: {},
  told: { 'went-to-step': ({ from, position }) => ({ from, position }) },
  evolve: {
    'went-to-step': (state, { position }) => {
      const isOpened = position === -1 || state.openedSteps.includes(position)
      const openedSteps = isOpened ? state.openedSteps : [...state.openedSteps, position]
      return { ...state, position, openedSteps }
    },
  },
}
