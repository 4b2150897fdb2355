import type { QuestionKind } from './state.ts'

/** The answers that one chooses from, in the order in which they are shown. */
export const valuesOf: Readonly<Record<QuestionKind, readonly string[]>> = {
  'yes-bit-no': ['yes', 'bit', 'no'],
  consent: ['yes', 'yes-but', 'no-because'],
  'five-points': ['1', '2', '3', '4', '5', 'unknown'],
  dots: [],
  words: [],
}

/** The most of everything in questions. Lengths are in letters. */
export const questionLimits = {
  questions: 300,
  items: 60,
  itemLength: 1000,
  /** Of a reason, a sentence of one's own, a critique and the answer to it. */
  saidLength: 280,
  /** Sentences of one's own beside one statement. */
  own: 3,
  dots: 20,
  /** When nobody says how many. */
  dotsUsual: 3,
  /** "Ik ook". */
  also: 500,
} as const
