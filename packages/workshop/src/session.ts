import type { BoardId, GroupId, PersonId, SessionId } from '@stip/primitives'
import type { Agenda, Background, MixingRole } from './agenda.ts'

/**
 * Bijeenkomst: one evening, led by the server. Only commands change it (`decide` in commands.ts),
 * and every change raises `revision` by one.
 */
export interface Session {
  readonly id: SessionId
  readonly title: string
  readonly agenda: Agenda
  readonly revision: number
  /** Index of the current step; -1 while people are still coming in. */
  readonly position: number
  /** Positions of steps in the order in which they were first opened; areas on boards follow it. */
  readonly openedSteps: readonly number[]
  readonly clock: StepClock | undefined
  readonly groups: readonly Group[]
  readonly boards: readonly SessionBoard[]
  readonly people: readonly Person[]
  /** Seats as they were before the last 'mix-groups', so that mixing can be undone. */
  readonly seatsBeforeMix: readonly Seat[] | undefined
  readonly groupsMade: boolean
  /** A board that everybody looks at now, whatever the step says. */
  readonly spotlight: BoardId | undefined
  readonly wall: WallChoice
  /** Facilitator's choice to show names at cursors also where the step is anonymous. */
  readonly showsNames: boolean
  readonly merge: MergeState
  /** Milliseconds since 1970; undefined while the session runs. */
  readonly endedAt: number | undefined
  readonly createdAt: number
}

/** How long the current step still takes: running towards a moment, or paused with time left. Milliseconds. */
export type StepClock =
  | { readonly kind: 'running'; readonly endsAt: number }
  | { readonly kind: 'paused'; readonly remainingMs: number }

export interface Group {
  readonly id: GroupId
  readonly letter: string
  readonly name: string
}

export type BoardKind = 'plenary' | 'group' | 'vision'

export interface SessionBoard {
  readonly id: BoardId
  readonly kind: BoardKind
  /** Set for a group board (groepsbord). */
  readonly groupId: GroupId | undefined
}

/** Deelnemer: one person who takes part; `groupId` is undefined until groups are made. */
export interface Person {
  readonly id: PersonId
  /** Numbers count up from 1 in order of arrival; shown when a person gave no name. */
  readonly number: number
  readonly name: string
  readonly background: Background
  readonly mixingRole: MixingRole
  readonly groupId: GroupId | undefined
  /** A person without a phone was added by the facilitator and takes part through the scribe. */
  readonly hasPhone: boolean
  readonly hasLeft: boolean
}

export interface Seat {
  readonly personId: PersonId
  readonly groupId: GroupId | undefined
}

/** 'auto' follows the step; 'code' shows join code and QR; otherwise one board. */
export type WallChoice =
  | { readonly kind: 'auto' }
  | { readonly kind: 'code' }
  | { readonly kind: 'board'; readonly boardId: BoardId }

export interface MergeState {
  /** How many merges stand now (merges that were undone do not count). */
  readonly count: number
  readonly lastAt: number | undefined
  readonly canUndo: boolean
}
