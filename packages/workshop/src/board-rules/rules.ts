import { ok } from '@stip/primitives'
import { z } from 'zod'
import type { Ability } from '../ability/ability.ts'
import { moved } from '../clock/clock-set.ts'
import type { ServerClockSet } from '../clock/state.ts'
import type { WithCourse } from '../course/state.ts'
import { freezesGroups } from './state.ts'
import type { BoardRulesEvent, BoardRulesState } from './state.ts'

export type BoardRulesCommand =
  | { readonly type: 'show-names'; readonly on: boolean }
  | { readonly type: 'allow-images'; readonly on: boolean }
  | { readonly type: 'only-notes'; readonly on: boolean }
  | { readonly type: 'freeze-groups'; readonly on: boolean }

export const boardRules: Ability<{
  name: 'boardRules'
  beginning: object
  state: BoardRulesState
  command: BoardRulesCommand
  event: BoardRulesEvent
  internal: never
  hears: ServerClockSet
  neighbours: WithCourse
  parts: { readonly groupsFrozen: boolean }
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

    'freeze-groups': {
      body: { on: z.boolean() },
      givenBy: ['facilitator'],
      decide: ({ groupsFrozen = false }, { on }) =>
        ok(groupsFrozen === on ? [] : [{ type: 'groups-frozen', on }]),
    },
  },

  parts: {
    groupsFrozen: {
      schema: z.boolean(),
      toldTo: ['facilitator', 'participant', 'observer', 'wall'],
      of: (boardRules, { course }) => freezesGroups({ boardRules, course }) || undefined,
    },
  },
  told: {
    'names-shown': ({ on }) => ({ on }),
    'images-allowed': ({ on }) => ({ on }),
    'only-notes-asked': () => ({}),
    'every-tool-given': () => ({}),
    'groups-frozen': ({ on }) => ({ on }),
  },
  evolve: {
    'names-shown': (state, { on }) => ({ ...state, showsNames: on }),
    'images-allowed': (state, { on }) => ({ ...state, imagesAllowed: on }),
    'only-notes-asked': (state, { since }) => ({ ...state, notesOnlySince: since }),
    'every-tool-given': (state) => ({ ...state, notesOnlySince: undefined }),
    'groups-frozen': (state, { on }) => ({ ...state, groupsFrozen: on || undefined }),
    'server-clock-set': (state, { ms }) => ({
      ...state,
      notesOnlySince: moved(state.notesOnlySince, ms),
    }),
  },
}
