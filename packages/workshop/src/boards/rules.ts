import { ok, refuse } from '@stip/primitives'
import type { BoardId, PersonId } from '@stip/primitives'
import { z } from 'zod'
import type { Ability } from '../ability/ability.ts'
import { Id } from '../ability/bodies.ts'
import { limits } from '../ability/limits.ts'
import { isHere, personOf } from '../people/state.ts'
import type { WithPeople } from '../people/state.ts'
import type { BoardsEvent, SessionBoard, WithBoards } from './state.ts'

export type BoardsCommand =
  /** A board of one person, or of a circle; who has the same board already keeps that. */
  | { readonly type: 'open-private-board'; readonly members: readonly PersonId[] }
  /** A board was put back to a moment; `moment` is the one that was kept just before. */
  | { readonly type: 'note-restore'; readonly boardId: BoardId; readonly moment: number }
  | { readonly type: 'note-undone-restore'; readonly boardId: BoardId; readonly moment: number }

/** The boards of a session. Those of the room are there from the start. */
export const boards: Ability<{
  name: 'boards'
  beginning: WithBoards
  state: readonly SessionBoard[]
  command: BoardsCommand
  event: BoardsEvent
  internal: 'note-restore' | 'note-undone-restore'
  hears: never
  neighbours: WithPeople
  parts: object
}> = {
  name: 'boards',
  upgrades: [],
  begin: ({ boards }) => boards,
  commands: {
    'open-private-board': {
      body: { members: z.array(Id).min(1).max(limits.circle) },
      givenBy: ['facilitator'],
      decide: (state, command, { newId }, { people }) => {
        const members = [...new Set(command.members)].toSorted()
        const areHere = members.every((id) => {
          const person = personOf({ people }, id)
          return person !== undefined && isHere(person)
        })
        if (members.length === 0 || !areHere) return refuse('no-such-person')
        const own = state.filter(({ kind }) => kind === 'private')
        if (own.some((board) => isOf(board, members))) return ok([])
        const isFull = members.length > limits.circle || own.length >= limits.privateBoards
        if (isFull) return refuse('too-many-boards')
        const board = { id: newId(), kind: 'private', groupId: undefined, members } as const
        return ok([{ type: 'board-opened', board }])
      },
    },

    'note-restore': {
      givenBy: ['server'],
      afterEnd: true,
      decide: (_state, { boardId, moment }) => ok([{ type: 'board-restored', boardId, moment }]),
    },

    'note-undone-restore': {
      givenBy: ['server'],
      afterEnd: true,
      decide: (_state, { boardId, moment }) => ok([{ type: 'restore-undone', boardId, moment }]),
    },
  },
  parts: {},
  told: {
    'board-opened': ({ board }) => ({ count: board.members?.length ?? 0 }),
    'board-restored': ({ boardId, moment }) => ({ boardId, moment }),
    'restore-undone': ({ boardId, moment }) => ({ boardId, moment }),
  },
  evolve: {
    'board-opened': (state, { board }) => [...state, board],
    // What is on a board stands in its document.
    'board-restored': (state) => state,
    'restore-undone': (state) => state,
  },
}

function isOf({ members = [] }: SessionBoard, wanted: readonly PersonId[]): boolean {
  return members.length === wanted.length && members.every((id, place) => id === wanted[place])
}
