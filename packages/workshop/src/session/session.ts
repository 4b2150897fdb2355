import type { SessionId } from '@stip/primitives'
import type { SessionBoard } from '../boards/state.ts'
import type { Group } from '../people/state.ts'
import type { Agenda } from '../steps/agenda.ts'
import type { States } from './abilities.ts'

/**
 * Bijeenkomst: one evening, led by the server. It holds the state of every ability under its name, and
 * only what the engine decides (`engine.ts`) changes it.
 */
export interface Session extends States {
  readonly id: SessionId
  /** Rises by one with every change that a press could have missed. */
  readonly revision: number
  /** How many events made it, as far as they are kept; the next one has this number. */
  readonly sequence: number
  /** The revision at which each type of event happened last; a press from before may be stale. */
  readonly changedAt: Readonly<Record<string, number>>
}

/** What a new session is made of. */
export interface NewSession {
  readonly id: SessionId
  readonly title: string
  readonly agenda: Agenda
  readonly groups: readonly Group[]
  readonly boards: readonly SessionBoard[]
  /** Milliseconds since 1970. */
  readonly now: number
}
