import { visibleText } from '@stip/primitives'
import type { BoardId, GroupId, PersonId, SessionId } from '@stip/primitives'
import type { TakenAway } from '../taken-away/taken-away.ts'
import type { Agenda, Background, MixingRole, Step } from '../steps/agenda.ts'

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
  readonly times: SessionTimes
  readonly groups: readonly Group[]
  readonly boards: readonly SessionBoard[]
  readonly people: readonly Person[]
  /** Seats as they were before the last 'mix-groups', so that mixing can be undone. */
  readonly seatsBeforeMix: readonly Seat[] | undefined
  readonly groupsMade: boolean
  /** A board that everybody looks at now, whatever the step says. */
  readonly spotlight: BoardId | undefined
  readonly wall: WallChoice
  /** Which page of what the wall shows, from 0; missing is the first. */
  readonly wallPage?: number | undefined
  /** Facilitator's choice to show names at cursors also where the step is anonymous. */
  readonly showsNames: boolean
  /** Facilitator's choice to let people put photos on boards; missing in sessions of before it existed. */
  readonly imagesAllowed?: boolean
  /** Since when participants are asked for notes and nothing else, in milliseconds since 1970; undefined: every tool. */
  readonly notesOnlySince?: number | undefined
  readonly merge: MergeState
  /** Remarks that the facilitator took away and did not put back; missing in sessions of before it existed. */
  readonly takenAway?: readonly TakenAway[]
  /** Milliseconds since 1970; undefined while the session runs. */
  readonly endedAt: number | undefined
  readonly createdAt: number
  readonly changedAt: ChangedAt
}

/**
 * The revisions at which something last changed that commands depend on. A command from a screen
 * that is older than what it depends on is refused; people coming in never make a press stale.
 */
export interface ChangedAt {
  /** The last time the session went to a step. */
  readonly step: number
  /** The last time groups were mixed, or mixing was undone. */
  readonly mix: number
}

/** When the evening and its current step began, and how long steps took; milliseconds since 1970. */
export interface SessionTimes {
  /** Undefined in the waiting room: then the evening has not begun. */
  readonly startedAt: number | undefined
  readonly stepStartedAt: number | undefined
  /** Milliseconds spent in each step before now, by position; visits add up. */
  readonly spentMs: Readonly<Record<number, number>>
  /** The step that was left last, for who comes right back. */
  readonly left:
    | { readonly position: number; readonly clock: StepClock | undefined; readonly at: number }
    | undefined
}

/** How long the current step still takes: running towards a moment, or paused with time left. Milliseconds. */
export type StepClock =
  | { readonly kind: 'running'; readonly endsAt: number }
  | { readonly kind: 'paused'; readonly remainingMs: number }

/** Groep: people who draw on one board together; shown as letter, colour and name. */
export interface Group {
  readonly id: GroupId
  readonly letter: string
  readonly name: string
}

/**
 * Plenair bord, groepsbord, the board of the globale visie (vision), or all group boards as they
 * were, beside each other: an archive that no step works on.
 */
export type BoardKind = 'plenary' | 'group' | 'vision' | 'side-by-side'

/** A board of a session, and what it is for. Its content lives in its own document. */
export interface SessionBoard {
  readonly id: BoardId
  readonly kind: BoardKind
  /** Set for a group board (groepsbord). */
  readonly groupId: GroupId | undefined
}

/** Deelnemer (participant): one person who takes part; `groupId` is undefined until groups are made. */
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
  /** A screen on which a group draws together, and nobody who is counted, mixed or asked for a role. */
  readonly isScreen?: true | undefined
  /** Joined, but the screen of their phone never opened: nobody who is in the room. */
  readonly isUnseen?: true | undefined
}

/** Who sits in which group. */
export interface Seat {
  readonly personId: PersonId
  readonly groupId: GroupId | undefined
}

/** What the wall (beamer) shows: 'auto' follows the step; 'code' shows join code and QR; otherwise one board. */
export type WallChoice =
  | { readonly kind: 'auto' }
  | { readonly kind: 'code' }
  | { readonly kind: 'board'; readonly boardId: BoardId }

/** What a session remembers of merging (samenvoegen). */
export interface MergeState {
  /** How many merges stand now (merges that were undone do not count). */
  readonly count: number
  readonly lastAt: number | undefined
  readonly canUndo: boolean
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

/** The times of an evening that has not begun. */
export const notBegun: SessionTimes = {
  startedAt: undefined,
  stepStartedAt: undefined,
  spentMs: {},
  left: undefined,
}

/** A session in which nobody has come in yet and no step was opened. */
export function createSession({ id, title, agenda, groups, boards, now }: NewSession): Session {
  return {
    id,
    title: visibleText(title),
    agenda,
    revision: 0,
    position: -1,
    openedSteps: [],
    clock: undefined,
    times: notBegun,
    groups,
    boards,
    people: [],
    seatsBeforeMix: undefined,
    groupsMade: false,
    spotlight: undefined,
    wall: { kind: 'auto' },
    showsNames: false,
    imagesAllowed: false,
    merge: { count: 0, lastAt: undefined, canUndo: false },
    endedAt: undefined,
    createdAt: now,
    changedAt: { step: 0, mix: 0 },
  }
}

/** The step the session is in; undefined while people are still coming in. */
export function currentStep(session: Session): Step | undefined {
  return session.agenda.steps[session.position]
}
