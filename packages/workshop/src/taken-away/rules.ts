import { ok, refuse } from '@stip/primitives'
import type { Ability } from '../ability/ability.ts'
import { requiredText } from '../ability/text.ts'
import type { TakenAway, TakenAwayEvent, TakenRecord } from './state.ts'

/** Longest reason that somebody reads, in letters. */
const REASON_LENGTH = 200

export type TakenAwayCommand =
  /** Noted before it is taken away. */
  | { readonly type: 'note-taken-away'; readonly taken: TakenAway }
  /** What came of it after it was taken away goes with it. */
  | {
      readonly type: 'note-away-too'
      readonly id: string
      readonly records: readonly TakenRecord[]
    }
  /** It is there again; who wrote it is told nothing any more. */
  | { readonly type: 'note-put-back'; readonly id: string }

export const takenAway: Ability<{
  name: 'takenAway'
  beginning: object
  state: readonly TakenAway[]
  command: TakenAwayCommand
  event: TakenAwayEvent
  internal: TakenAwayCommand['type']
  hears: never
  neighbours: object
  parts: object
}> = {
  name: 'takenAway',
  upgrades: [],
  begin: () => [],

  // Also after the end: what hurts somebody may be found later.
  commands: {
    'note-taken-away': {
      givenBy: ['server'],
      afterEnd: true,
      decide: (_state, { taken }) => {
        const reason = requiredText(taken.reason, REASON_LENGTH)
        if (!reason.ok) return reason
        return ok([{ type: 'remark-taken-away', taken: { ...taken, reason: reason.value } }])
      },
    },

    'note-away-too': {
      givenBy: ['server'],
      afterEnd: true,
      decide: (state, { id, records }) => {
        const isAway = state.some((each) => each.id === id)
        return ok(isAway && records.length > 0 ? [{ type: 'more-taken-away', id, records }] : [])
      },
    },

    'note-put-back': {
      givenBy: ['server'],
      afterEnd: true,
      decide: (state, { id }) =>
        state.some((each) => each.id === id)
          ? ok([{ type: 'remark-put-back', id }])
          : refuse('nothing-to-undo'),
    },
  },

  parts: {},
  // Who wrote it is nobody's business, whatever the step was.
  told: {
    'remark-taken-away': ({ taken }) => ({ id: taken.id, text: taken.reason }),
    'more-taken-away': ({ id }) => ({ id }),
    'remark-put-back': ({ id }) => ({ id }),
  },
  evolve: {
    'remark-taken-away': (state, { taken }) => [...state, taken],
    'more-taken-away': (state, { id, records }) =>
      state.map((each) =>
        each.id === id ? { ...each, records: [...each.records, ...records] } : each,
      ),
    'remark-put-back': (state, { id }) => state.filter((each) => each.id !== id),
  },
}
