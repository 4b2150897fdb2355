import type { Ability } from '../ability/ability.ts'
import type { SessionBoard, WithBoards } from './state.ts'

/** The boards of a session; they are there from the start. */
export const boards: Ability<{
  name: 'boards'
  beginning: WithBoards
  state: readonly SessionBoard[]
  command: never
  event: never
  hears: never
  neighbours: object
}> = {
  name: 'boards',
  upgrades: [],
  begin: ({ boards }) => boards,
  commands: {},
  evolve: {},
}
