import { ok } from '@stip/primitives'
import type { BoardId } from '@stip/primitives'
import type { Ability } from '../ability/ability.ts'
import type { BoardKind, WithBoards } from '../boards/state.ts'
import { isVisionUsed } from '../steps/areas.ts'
import type { WithSteps } from '../steps/state.ts'
import type { MergeState, MergingEvent } from './state.ts'

export type MergingCommand =
  /** The boards were merged (samenvoegen). */
  | {
      readonly type: 'note-merge'
      readonly at: number
      /** Leads nobody to the vision: who goes on in groups is left there. */
      readonly isQuiet?: boolean | undefined
    }
  /** The last merge was undone; what is said is of the merge that stands after it, if any. */
  | {
      readonly type: 'note-undone-merge'
      /** When that was made, milliseconds since 1970. */
      readonly lastAt: number | undefined
      readonly canUndo: boolean
    }
  /** Cards of groups were brought onto the vision, or taken off it again. */
  | { readonly type: 'note-cards'; readonly did: 'brought' | 'put-back'; readonly count: number }

type Neighbours = WithBoards & WithSteps

export const merging: Ability<{
  name: 'merging'
  beginning: object
  state: MergeState
  command: MergingCommand
  event: MergingEvent
  internal: MergingCommand['type']
  hears: never
  neighbours: Neighbours
  parts: object
}> = {
  name: 'merging',
  upgrades: [],
  begin: () => ({ count: 0, lastAt: undefined, canUndo: false }),

  commands: {
    'note-merge': {
      givenBy: ['server'],
      afterEnd: true,
      decide: (_state, { at, isQuiet }, _circumstances, neighbours) => {
        const shows = isQuiet === true ? undefined : boardToShow(neighbours)
        return ok([{ type: 'boards-merged', at, shows }])
      },
    },

    'note-undone-merge': {
      givenBy: ['server'],
      afterEnd: true,
      decide: ({ count }, { lastAt, canUndo }, _circumstances, { boards }) => {
        // When none is left, nobody is kept at the vision.
        const merged = boards.filter(({ kind }) => kind === 'vision' || kind === 'side-by-side')
        const releases = count > 1 ? [] : merged.map(({ id }) => id)
        return ok([{ type: 'merge-undone', lastAt, canUndo, releases }])
      },
    },

    'note-cards': {
      givenBy: ['server'],
      afterEnd: true,
      decide: (_state, { did, count }) => ok([{ type: `cards-${did}`, count }]),
    },
  },

  parts: {},
  told: {
    'boards-merged': ({ at }) => ({ at }),
    'merge-undone': () => ({}),
    'cards-brought': ({ count }) => ({ count }),
    'cards-put-back': ({ count }) => ({ count }),
  },
  evolve: {
    'boards-merged': ({ count }, { at }) => ({ count: count + 1, lastAt: at, canUndo: true }),
    'merge-undone': ({ count }, { lastAt, canUndo }) => ({
      count: Math.max(0, count - 1),
      lastAt,
      canUndo,
    }),
    'cards-brought': (state) => state,
    'cards-put-back': (state) => state,
  },
}

/**
 * Everybody looks at the vision, the wall too. Before a step has worked on the vision it has no place
 * for anything: then at all boards beside each other.
 */
function boardToShow(session: Neighbours): BoardId | undefined {
  const boardOf = (kind: BoardKind): BoardId | undefined =>
    session.boards.find((board) => board.kind === kind)?.id
  const sideBySide = boardOf('side-by-side')
  return isVisionUsed(session) ? boardOf('vision') : (sideBySide ?? boardOf('vision'))
}
