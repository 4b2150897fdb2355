import { ok, refuse } from '@stip/primitives'
import type { BoardId } from '@stip/primitives'
import { z } from 'zod'
import { boardAccess } from '../access/access.ts'
import type { Places } from '../access/policies.ts'
import type { Ability } from '../ability/ability.ts'
import { Id } from '../ability/bodies.ts'
import type { SessionEnded } from '../course/state.ts'
import type { MergeEvent } from '../merging/state.ts'
import type { QuestionsEvent } from '../questions/state.ts'
import type { WentToStep } from '../steps/state.ts'
import { WallChoices } from './wall-choices.ts'
import type { AttentionEvent, AttentionState, WallChoice } from './state.ts'

export type AttentionCommand =
  /** Null: each to their own again. */
  | { readonly type: 'spotlight'; readonly boardId: BoardId | null }
  | { readonly type: 'show-on-wall'; readonly choice: WallChoice }
  | { readonly type: 'turn-wall-page'; readonly page: number }

type QuestionPut = Extract<
  QuestionsEvent,
  { type: 'question-asked' | 'question-reopened' | 'question-shown' }
>

/** Whatever the wall shows anew begins at its first page. */
const firstPage = { wallPage: undefined }

export const attention: Ability<{
  name: 'attention'
  beginning: object
  state: AttentionState
  command: AttentionCommand
  event: AttentionEvent
  internal: never
  hears: WentToStep | SessionEnded | MergeEvent | QuestionPut
  neighbours: Places
  parts: object
}> = {
  name: 'attention',
  upgrades: [],
  begin: () => ({ spotlight: undefined, wall: { kind: 'auto' }, ...firstPage }),

  commands: {
    spotlight: {
      body: { boardId: Id.nullable() },
      givenBy: ['facilitator'],
      decide: ({ spotlight, wall }, { boardId }, _circumstances, session) => {
        if (boardId === null) {
          return ok(spotlight === undefined ? [] : [{ type: 'spotlight-taken-off' }])
        }
        if (!isForTheWall(session, boardId)) return refuse('no-such-board')
        const isThere = spotlight === boardId && wall.kind === 'auto'
        return ok(isThere ? [] : [{ type: 'spotlight-put', boardId }])
      },
    },

    'show-on-wall': {
      body: { choice: WallChoices },
      givenBy: ['facilitator'],
      decide: ({ wall }, { choice }, _circumstances, session) => {
        const boardId = boardOn(choice)
        if (boardId !== undefined && !isForTheWall(session, boardId)) return refuse('no-such-board')
        const isShown = wall.kind === choice.kind && boardOn(wall) === boardId
        return ok(isShown ? [] : [{ type: 'wall-chosen', choice }])
      },
    },

    'turn-wall-page': {
      body: { page: z.number().int().min(0).max(1000) },
      givenBy: ['facilitator'],
      // What the room reads on the closed wall has pages too.
      afterEnd: true,
      // A page too far is the last one: how many there are, only who reads the board knows.
      decide: ({ wallPage = 0 }, command) => {
        const page = Math.max(0, Math.floor(command.page))
        return ok(page === wallPage ? [] : [{ type: 'wall-page-turned', page }])
      },
    },
  },

  parts: {},
  told: {
    'spotlight-put': ({ boardId }) => ({ boardId }),
    'spotlight-taken-off': () => ({}),
    'wall-chosen': ({ choice }) => ({ choice }),
    'wall-page-turned': ({ page }) => ({ count: page + 1 }),
  },
  evolve: {
    // Everybody looks at one board, the wall too: whatever was chosen for the wall before gives way.
    'spotlight-put': (_state, { boardId }) => ({
      spotlight: boardId,
      wall: { kind: 'auto' },
      ...firstPage,
    }),
    'spotlight-taken-off': (state) => ({ ...state, spotlight: undefined, ...firstPage }),
    'wall-chosen': (state, { choice }) => ({ ...state, wall: choice, ...firstPage }),
    'wall-page-turned': (state, { page }) => ({ ...state, wallPage: page }),
    'went-to-step': (state) => ({ ...state, spotlight: undefined, ...firstPage }),
    'session-ended': (state) => ({ ...state, ...firstPage }),
    'boards-merged': (state, { shows }) =>
      shows === undefined ? state : { spotlight: shows, wall: { kind: 'auto' }, ...firstPage },
    // So is what the room is asked: it is on every screen.
    'question-asked': (state) => onTheWall(state),
    'question-reopened': (state) => onTheWall(state),
    'question-shown': (state, { on }) => (on ? onTheWall(state) : state),
    'merge-undone': (state, { releases }) => {
      const isReleased = state.spotlight !== undefined && releases.includes(state.spotlight)
      return isReleased ? { ...state, spotlight: undefined } : state
    },
  },
}

/** What is put on all screens comes to the wall too, whatever was chosen for it before. */
function onTheWall(state: AttentionState): AttentionState {
  return { ...state, wall: { kind: 'auto' }, ...firstPage }
}

/** What everybody is led to, the wall shows. */
function isForTheWall(session: Places, boardId: BoardId): boolean {
  return boardAccess(session, { role: 'wall' }, boardId) !== 'none'
}

function boardOn(choice: WallChoice): BoardId | undefined {
  return choice.kind === 'board' ? choice.boardId : undefined
}
