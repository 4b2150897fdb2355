import type { BoardRecord } from '@stip/board'
import type { DrawingReading } from '@stip/board/drawing'
import type { Said } from '../../../../reading/vision-reading.ts'

/** A board as it goes into a document. */
export interface BoardForPaper {
  readonly name: string
  /** Letter of its group; '' for a board of everybody. */
  readonly letter: string
  readonly isVision: boolean
  readonly records: readonly BoardRecord[]
  /** Letters of the groups that something comes from. */
  readonly lettersOf: (record: string) => readonly string[]
}

/** A part of a document that begins on a page of its own: a board, or what is read of the vision. */
export interface Chapter {
  readonly title: string
  readonly letter: string
  readonly steps: readonly StepOnPaper[]
}

/** What was made in one step. */
export interface StepOnPaper {
  /** '' when it needs no heading. */
  readonly title: string
  readonly fields: readonly Field[]
}

/** What stands under one heading. */
export interface Field {
  readonly title: string
  readonly question: string
  readonly letter: string
  readonly blocks: readonly Block[]
}

/** What is set in one way. */
export type Block =
  | { readonly kind: 'cards'; readonly title: string; readonly cards: readonly Card[] }
  | { readonly kind: 'sentences'; readonly isMain: boolean; readonly sentences: readonly Said[] }
  | { readonly kind: 'drawing'; readonly drawing: DrawingReading; readonly alt: string }

/** A note. */
export interface Card {
  readonly text: string
  readonly color: string
  readonly isKeyCard: boolean
  readonly letters: readonly string[]
  /** What arrows lead to from it. */
  readonly toward: readonly string[]
}
