import type { WithSteps } from '../steps/state.ts'
import type { ComingInCommand } from './coming-in.ts'
import type { SeatingCommand } from './seating.ts'
import type { Group, PeopleEvent, PeopleState } from './state.ts'

export type PeopleCommand = ComingInCommand | SeatingCommand

/** What the ability is about, for those who write its commands. */
export interface PeopleTypes {
  readonly name: 'people'
  readonly beginning: { readonly groups: readonly Group[] }
  readonly state: PeopleState
  readonly command: PeopleCommand
  readonly event: PeopleEvent
  readonly internal: 'join' | 'come-back' | 'join-as-screen' | 'note-seen' | 'note-device-left'
  readonly hears: never
  readonly neighbours: WithSteps
  readonly parts: object
}
