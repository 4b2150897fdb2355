/**
 * What people decided about the cards on the vision: field by field, as boards are kept, so that taking
 * one decision back leaves all that was decided since. Cards and statements are named by their records
 * on the vision, which follow from their sources: the order of merges makes no difference, and a merge that
 * is undone leaves what was decided for when its cards come back. What is not there any more is passed over
 * by who reads it.
 */
export interface VisionState {
  /** Names of fields are made by `fields.ts`. */
  readonly fields: VisionFields
  /** The last decisions, for who takes one back. */
  readonly arrangements: readonly Arrangement[]
  /** How many there ever were. */
  readonly count: number
}

export type VisionFields = Readonly<Record<string, string>>

/** What a decision changed: of each field what it was before and is after; null is no value. */
export type FieldChanges = Readonly<
  Record<string, readonly [before: string | null, after: string | null]>
>

/** One decision. */
export interface Arrangement {
  /** Counts up from 1 in a session. */
  readonly number: number
  readonly changes: FieldChanges
}

/** What somebody decided, as it is told later. */
export type Arranged =
  | 'cards-stacked'
  | 'stack-split'
  | 'pair-rejected'
  | 'cards-clustered'
  | 'cards-unclustered'
  | 'cluster-named'
  | 'sources-linked'
  | 'sources-unlinked'
  | 'unused-explained'

/** What the maker of a card says of a statement that is made from it: klopt, anders, haal weg. */
export const makerAnswers = ['right', 'different', 'take-away'] as const
export type MakerAnswer = (typeof makerAnswers)[number]

/** Which words stand: those of the vision, those of the group, or neither is chosen any more. */
export type ChosenWords = 'ours' | 'theirs' | 'open'

export type VisionEvent =
  | {
      readonly type: 'vision-arranged'
      readonly number: number
      readonly did: Arranged
      /** How many cards it was about. */
      readonly count: number
      readonly changes: FieldChanges
    }
  /** `of` was taken back; what was decided since stays. */
  | {
      readonly type: 'arrangement-undone'
      readonly number: number
      readonly of: number
      readonly changes: FieldChanges
    }
  /**
   * Of words on the vision that a group changed as well, somebody chose which stand, or took that back. The
   * board has it: words and what was chosen of them are one.
   */
  | {
      readonly type: 'words-chosen'
      readonly record: string
      readonly words: ChosenWords
    }
  /** The maker of a card said of a statement what they think of it. Who that is, nobody is told. */
  | {
      readonly type: 'statement-verified'
      readonly statement: string
      readonly answer: MakerAnswer
      readonly changes: FieldChanges
    }

/** Of so many decisions is kept what they changed. */
export const ARRANGEMENTS_KEPT = 200
