import type { Background } from '@stip/workshop'

export type Letter = 'A' | 'B' | 'C'

/** Somebody who takes part. */
export interface Guest {
  /** Number in the file, and on their card. */
  readonly id: number
  readonly name: string
  readonly background: Background
  readonly group: Letter
  /** Whether they come in through a screen of their own. */
  readonly hasScreen: boolean
}

/** Whose hands do it: a guest by number, or the facilitator. */
export type Hand = number | 'facilitator'

/** A zone of a step. */
export interface Place {
  readonly step: string
  readonly zone: string
}

/** A point in the zone's own coordinates. */
export type Point = readonly [number, number]

/** Something on the vision: a card by the note that it comes from, or a sentence by what it says. */
export type Thing = { readonly id: string; readonly group: Letter } | { readonly words: string }

/** What somebody answers to a question of the room. */
export interface PlannedBallot {
  readonly guest: number
  /** Whose hands give it. */
  readonly hand: Hand
  readonly answers: readonly {
    /** Undefined: the only thing that is asked. */
    readonly about: Thing | undefined
    readonly value: string
    readonly reason: string | undefined
    readonly own: readonly string[]
  }[]
  /** Once the answers are there: that this is what they say as well. */
  readonly also: readonly string[]
}

interface Moment {
  /** In seconds after the step began. */
  readonly at: number
  /** Whose board it is about; null for the board of all, and for what is about the session. */
  readonly group: Letter | null
}

/** One thing that happens in a step. */
export type Happening = Moment &
  (
    | { readonly kind: 'come-in'; readonly guest: Guest }
    | { readonly kind: 'leave'; readonly guest: number }
    | { readonly kind: 'make-groups' }
    | { readonly kind: 'name-group'; readonly letter: Letter; readonly name: string }
    | {
        readonly kind: 'write-note'
        readonly id: string
        readonly hand: Hand
        readonly place: Place
        readonly words: string
      }
    /** Words without a sheet: a sentence, a description, a name of what lies together. */
    | {
        readonly kind: 'write-text'
        readonly id: string
        readonly hand: Hand
        readonly place: Place
        readonly words: string
      }
    /** Brings what says these words into a zone; it is written there when nothing does. */
    | {
        readonly kind: 'bring-words'
        readonly id: string
        readonly hand: Hand
        readonly place: Place
        readonly words: string
      }
    /** Makes another sentence of one that came into a zone; it is written there when none did. */
    | {
        readonly kind: 'rewrite'
        readonly id: string
        readonly hand: Hand
        readonly place: Place
        readonly from: string
        readonly words: string
      }
    | { readonly kind: 'make-key-card'; readonly id: string; readonly hand: Hand }
    | {
        readonly kind: 'change-words'
        readonly id: string
        readonly hand: Hand
        readonly words: string
      }
    /** Two type in the same note at the same moment, each behind what stands there. */
    | {
        readonly kind: 'type-together'
        readonly id: string
        readonly hands: readonly Hand[]
        readonly words: readonly string[]
      }
    | { readonly kind: 'move'; readonly id: string; readonly hand: Hand; readonly place: Place }
    | { readonly kind: 'move-back'; readonly id: string; readonly hand: Hand }
    | { readonly kind: 'take-away'; readonly id: string; readonly hand: Hand }
    | { readonly kind: 'bring-back'; readonly id: string; readonly hand: Hand }
    | {
        readonly kind: 'draw'
        readonly id: string
        readonly hand: Hand
        readonly place: Place
        readonly color: string
        readonly points: readonly Point[]
      }
    | { readonly kind: 'reload'; readonly hand: Hand }
    | { readonly kind: 'lose-connection'; readonly hand: Hand }
    | { readonly kind: 'regain-connection'; readonly hand: Hand }
    /** A participant pulls at a zone; the server has to refuse. */
    | { readonly kind: 'pull-at-zone'; readonly hand: Hand; readonly place: Place }
    /** What belongs together on the vision: notes from the boards of groups lie on one stack, under a name. */
    | {
        readonly kind: 'stack'
        readonly cards: readonly Thing[]
        readonly more: readonly Thing[]
        readonly name: string
      }
    | { readonly kind: 'not-same'; readonly cards: readonly [Thing, Thing] }
    /** Cards come to stand behind a sentence. */
    | { readonly kind: 'link'; readonly sentence: Thing; readonly cards: readonly Thing[] }
    | {
        readonly kind: 'ask'
        readonly topic: 'recognition' | 'consent' | 'heard'
        readonly ballots: readonly PlannedBallot[]
      }
    | { readonly kind: 'save-version' }
    /** The maker of a note says what they think of the sentence that is made from it. */
    | {
        readonly kind: 'verify'
        readonly guest: number
        readonly hand: Hand
        readonly card: Thing
        readonly sentence: Thing
        readonly answer: 'right' | 'different' | 'take-away'
        readonly words: string
      }
    /** Collecting into the vision, by so many hands at once. */
    | { readonly kind: 'merge'; readonly times: number }
  )

/** What happens in one step of the format, in order. */
export interface PlannedStep {
  readonly id: string
  /** Its place in the format, from 0. */
  readonly position: number
  readonly title: string
  readonly minutes: number
  /** Where people work: on the boards of their groups, or together on one. */
  readonly board: 'groups' | 'plenary' | 'vision'
  readonly happenings: readonly Happening[]
  /** What the file has and the product cannot do yet, by its name there. */
  readonly notPlayed: readonly string[]
}

/** A whole evening, ready to be played. */
export interface Timeline {
  readonly format: string
  readonly steps: readonly PlannedStep[]
}
