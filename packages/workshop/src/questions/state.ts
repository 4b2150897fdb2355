import type { GroupId } from '@stip/primitives'

/** What a question is about. */
export type QuestionTopic =
  /** "Zei jouw groep dit ook?", per hoofdpunt, of the other groups. */
  | 'recognition'
  /** "Kun je hiermee leven?", per statement. */
  | 'consent'
  /** "Wat zou jij veranderen?", per statement. */
  | 'critique'
  /** "Hoor je jezelf terug?", at the close. */
  | 'heard'
  | 'poll'

/** How one answers. */
export type QuestionKind = 'yes-bit-no' | 'consent' | 'five-points' | 'dots' | 'words'

/** One thing that is asked about. */
export interface QuestionItem {
  readonly id: string
  readonly text: string
  /** A group is not asked about what it said itself. */
  readonly notFor?: GroupId | undefined
}

/** What the room is asked. */
export interface AskedQuestion {
  readonly id: string
  readonly topic: QuestionTopic
  readonly kind: QuestionKind
  readonly items: readonly QuestionItem[]
  /** Of kind 'dots': how many each person has, over all items. */
  readonly dots?: number | undefined
}

/** What somebody wrote with an answer, without who that was. */
export interface Said {
  /** By chance, and in the order of nothing. */
  readonly id: string
  readonly text: string
  /** A reason for an answer, a sentence beside a statement (ander geluid), or what one would change. */
  readonly as: 'yes-but' | 'no-because' | 'own' | 'words'
  /** How many others pressed "Ik ook". */
  readonly also: number
}

/** How many gave which answer. */
export type Counts = Readonly<Record<string, number>>

/** A split by role, as far as the five-rule lets it be shown. */
export interface RoleSplit {
  readonly roles: readonly { readonly role: string; readonly counts: Counts }[]
  /** All other roles together, when there are any. */
  readonly others?: Counts | undefined
}

/** What the answers to one item come to. */
export interface ItemTotals {
  /** Of the item. */
  readonly id: string
  readonly answered: number
  readonly counts: Counts
  /** Of recognition. */
  readonly byGroup?: readonly { readonly groupId: GroupId; readonly counts: Counts }[] | undefined
  readonly byRole?: RoleSplit | undefined
  readonly said: readonly Said[]
}

/** What the answers to a question come to. */
export interface Totals {
  /** How many people answered, of how many who were asked. */
  readonly answered: number
  readonly asked: number
  readonly items: readonly ItemTotals[]
}

/** A question with what became of it. */
export interface Question extends AskedQuestion {
  readonly isRevealed: boolean
  /** Once it is closed. */
  readonly totals?: Totals | undefined
  /** The ballots of a closed question still lie there, so that it can be opened again. */
  readonly hasBallots: boolean
  /** What was answered to critiques, by their id; '' is one that stands as it is. */
  readonly replies: Readonly<Record<string, string>>
}

/** What was asked, in order. */
export interface QuestionsState {
  readonly all: readonly Question[]
  /** The one that is on the screens. */
  readonly shown: string | undefined
}

export interface WithQuestions {
  readonly questions: QuestionsState
}

export type QuestionsEvent =
  | { readonly type: 'question-asked'; readonly question: AskedQuestion }
  | { readonly type: 'answers-revealed'; readonly questionId: string }
  | { readonly type: 'answers-hidden'; readonly questionId: string }
  | { readonly type: 'question-closed'; readonly questionId: string; readonly totals: Totals }
  | { readonly type: 'question-reopened'; readonly questionId: string }
  /** From then on nobody can tell whose ballot was whose, nor open the question again. */
  | { readonly type: 'ballots-destroyed'; readonly questionId: string }
  | { readonly type: 'question-shown'; readonly questionId: string; readonly on: boolean }
  | {
      readonly type: 'critique-answered'
      readonly questionId: string
      readonly critique: string
      /** '' : it stands as it is; undefined: the answer is taken back. */
      readonly answer: string | undefined
    }

/** Looks a question up. */
export function questionOf({ questions }: WithQuestions, questionId: string): Question | undefined {
  return questions.all.find(({ id }) => id === questionId)
}

/** The question that can be answered now. */
export function openQuestion({ questions }: WithQuestions): Question | undefined {
  return questions.all.findLast(({ totals }) => totals === undefined)
}
