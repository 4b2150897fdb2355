import { ok } from '@stip/primitives'
import { z } from 'zod'
import type { Ability } from '../ability/ability.ts'
import { moved } from '../clock/clock-set.ts'
import type { ServerClockSet } from '../clock/state.ts'
import type { BoardRulesEvent, BoardRulesState } from './state.ts'

export type BoardRulesCommand =
  | { readonly type: 'show-names'; readonly on: boolean }
  | { readonly type: 'allow-images'; readonly on: boolean }
  | { readonly type: 'only-notes'; readonly on: boolean }

export const boardRules: Ability<{
  name: 'boardRules'
  beginning: object
  state: BoardRulesState
  command: BoardRulesCommand
  event: BoardRulesEvent
  internal: never
  hears: ServerClockSet
  neighbours: object
  parts: object
}> = {
  name: 'boardRules',
  upgrades: [],
  begin: () => ({ showsNames: false, imagesAllowed: false, notesOnlySince: undefined }),

  commands: {
    'show-names': {
      body: { on: z.boolean() },
      givenBy: ['facilitator'],
      decide: ({ showsNames }, { on }) =>
        ok(showsNames === on ? [] : [{ type: 'names-shown', on }]),
    },

    'allow-images': {
      body: { on: z.boolean() },
      givenBy: ['facilitator'],
      decide: ({ imagesAllowed }, { on }) =>
        ok(imagesAllowed === on ? [] : [{ type: 'images-allowed', on }]),
    },

    'only-notes': {
      body: { on: z.boolean() },
      givenBy: ['facilitator'],
      decide: ({ notesOnlySince }, { on }, { now }) => {
        if ((notesOnlySince !== undefined) === on) return ok([])
        return ok([on ? { type: 'only-notes-asked', since: now } : { type: 'every-tool-given' }])
      },
    },
  },

  parts: {},
  told: {
    'names-shown': ({ on }) => ({ on }),
    'images-allowed': ({ on }) => ({ on }),
    'only-notes-asked': () => ({}),
    'every-tool-given': () => ({}),
  },
  evolve: {
    'names-shown': (state, { on }) => ({ ...state, showsNames: on }),
    'images-allowed': (state, { on }) => ({ ...state, imagesAllowed: on }),
    'only-notes-asked': (state, { since }) => ({ ...state, notesOnlySince: since }),
    'every-tool-given': (state) => ({ ...state, notesOnlySince: undefined }),
    'server-clock-set': (state, { ms }) => ({
      ...state,
      notesOnlySince: moved(state.notesOnlySince, ms),
    }),
  },
}
