import type { z } from 'zod'
import type { Backgrounds } from './backgrounds.ts'

/** Draaiboek: what happens in a session, step by step. Plain data; `@stip/formats` reads it from files. */
export interface Agenda {
  readonly slug: string
  readonly language: string
  readonly title: string
  readonly purpose: string
  /** How many groups the format was made for; the facilitator may choose another number. */
  readonly groupCount: number
  readonly groupNames: readonly string[]
  readonly backgrounds: readonly BackgroundChoice[]
  /** Planned length of the whole session, in minutes. */
  readonly minutes: number
  /** Planned start and end on the clock of the town hall, as 'HH:MM', where the format names them. */
  readonly startTime: string | undefined
  readonly endTime: string | undefined
  readonly preparation: readonly string[]
  readonly materials: readonly string[]
  readonly results: readonly string[]
  readonly steps: readonly Step[]
}

/** The role a person chooses (background), what it counts as when mixing, and its group on the second evening. */
export interface BackgroundChoice {
  readonly id: Background
  readonly name: string
  readonly mixingRole: MixingRole
  readonly roleGroup: RoleGroup
}

export type Background = z.infer<typeof Backgrounds>

export type MixingRole =
  | 'council-member'
  | 'executive-member'
  | 'civil-servant'
  | 'resident'
  | 'other'

export type RoleGroup =
  | 'council'
  | 'executive-and-directors'
  | 'civil-servants'
  | 'residents'
  | 'organiser-decides'

export type StepKind =
  | 'welcome'
  | 'presentation'
  | 'poll'
  | 'break'
  | 'assign'
  | 'introduce'
  | 'brainstorm'
  | 'vote'
  | 'conversation'
  | 'draw'
  | 'share'
  | 'merge'
  | 'close'
  | 'consult'
  | 'respond'
  | 'process'
  | 'case'
  | 'formulate'
  | 'agree'
  | 'decide'
  | 'reflect'
  | 'peer-coaching'
  | 'exercise'
  | 'score'
  | 'place'
  | 'scenario'
  | 'pitch'

/** Werkvorm: who works together in a step. */
export type Setting = 'plenary' | 'group' | 'role-group' | 'alone' | 'remote'

/** Stap: one item of the agenda. */
export interface Step {
  readonly id: string
  readonly kind: StepKind
  readonly title: string
  readonly minutes: number
  /** The shortest this step can be and still mean something, in minutes. */
  readonly minimumMinutes: number
  readonly mayBeDropped: boolean
  readonly startTime: string | undefined
  readonly setting: Setting
  /** What participants read: instructions first, helping questions after. */
  readonly participant: {
    /** What the room is asked, in one sentence; absent where the title says it. */
    readonly question?: string | undefined
    readonly instruction: readonly string[]
    readonly questions: readonly string[]
  }
  readonly facilitator: {
    readonly goal: string
    /** What the format suggests to say to the room. */
    readonly say: string
    readonly approach: readonly string[]
    readonly watchFor: readonly string[]
    readonly ifDifferent: readonly string[]
  }
  /** The area this step adds to the boards; absent in a break. */
  readonly board: StepBoard | undefined
  /** In an anonymous step nobody sees a cursor, a name or a role of anybody. */
  readonly isAnonymous: boolean
  /** Ways of working this step was designed with that Stip does not offer yet; screens say so plainly. */
  readonly notYet: readonly ('silent-writing' | 'secret-vote' | 'poll' | 'turn-clock')[]
}

export interface StepBoard {
  /** A plenary step works on the vision when it says so; undefined: on the plenary board, or on those of the groups. */
  readonly on?: 'vision' | undefined
  readonly width: number
  readonly height: number
  readonly zones: readonly Zone[]
}

export type ZoneKind =
  | 'notes'
  | 'text'
  | 'scale'
  | 'clusters'
  | 'drawing'
  | 'group-board'
  | 'reactions'
  | 'list'
  | 'line'
  | 'ladder'
  | 'private'

export type ZoneColor = 'yellow' | 'green' | 'blue' | 'pink' | 'purple' | 'grey' | 'white'

/** A named part of a step's area; x and y are measured from the area's top left corner. */
export interface Zone {
  readonly id: string
  readonly title: string
  readonly question: string
  readonly kind: ZoneKind
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly color: ZoneColor
  readonly fillFromSteps: readonly string[]
  /** Cut into a column for every group; '{groep}' in its title is the name of the group. */
  readonly eachGroup?: boolean | undefined
  /** What lies here is a hoofdpunt of the group, as what has a star is. */
  readonly isForKeyCards?: boolean | undefined
  /** On the vision: what is said here are statements of this list. */
  readonly list?: StatementList | undefined
  /** What the server brings here of what groups made: on the vision of all of them, on the board of a group of that one. */
  readonly collects?: readonly Collected[] | undefined
}

/** What statements on the vision are: what all say, offer, ask, on which they differ, and what is open. */
export type StatementList = 'shared' | 'offer' | 'ask' | 'difference' | 'open'

/**
 * What a zone takes of what groups made: hoofdpunten, or what lies in zones, as 'step/zone'. Cards are
 * those with a star, or all where none has one; they come on the board of their own group.
 */
export interface Collected {
  readonly what: 'key-cards' | 'drawing' | 'sentences' | 'cards'
  readonly from: readonly string[]
}
