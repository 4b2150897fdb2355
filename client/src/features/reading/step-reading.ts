import type { StepView } from '@stip/api'
import { nlNotYet } from '../../texts/board/nl-not-yet.ts'
import { linesOf } from './fit.ts'

type StepWords = Pick<StepView, 'kind' | 'title' | 'question' | 'instruction' | 'zones' | 'notYet'>

/** A step as a room reads it. */
export interface StepReading {
  /** What the room is asked: the words that are largest. */
  readonly question: string
  /** The title of the step, unless that is the question. */
  readonly title: string | undefined
  /** What people give their opinion on (stellingen). */
  readonly statements: readonly string[]
  /** What to do, whole. */
  readonly task: readonly string[]
  /** What the format asks for and Stip cannot do yet. */
  readonly notYet: readonly string[]
  /** The size of the letters in which the task fits on a wall; the smallest is read from ten metres. */
  readonly letters: 'large' | 'normal' | 'small'
}

/**
 * Puts a step into words for who looks up from the table. The format says what the question is;
 * where it does not, a title or a zone that asks something is it, and else the title.
 */
export function readingOfStep(step: StepWords): StepReading {
  const question = step.question ?? askedIn(step) ?? step.title
  const statements =
    step.kind === 'poll'
      ? step.zones.filter(({ kind }) => kind === 'scale').map(({ title }) => title)
      : []
  const words = {
    question,
    title: question === step.title ? undefined : step.title,
    statements,
    task: step.instruction,
    notYet: step.notYet.map((name) => nlNotYet[name]),
  }
  return { ...words, letters: lettersFor(words) }
}

/** Measures of a wall of 1280 by 720, as the style sheet of the step has them. */
const wall = { width: 850, height: 480, gap: 22 }

function lettersFor(words: Omit<StepReading, 'letters'>): StepReading['letters'] {
  const { question, statements, task, notYet } = words
  const height = (words: readonly string[], size: number, line: number, gap: number): number =>
    words.reduce((sum, each) => sum + linesOf(each, size, wall.width - 44) * size * line + gap, 0)
  const above =
    height([question], 60, 1.12, wall.gap) +
    height(statements, 36, 1.2, 10) +
    height(notYet, 24, 1.3, 0) +
    wall.gap
  if (above + height(task, 32, 1.3, 8) <= wall.height) return 'large'
  return above + height(task, 28, 1.3, 8) <= wall.height ? 'normal' : 'small'
}

function askedIn({ title, zones }: StepWords): string | undefined {
  return [title, zones[0]?.question ?? '', zones[0]?.title ?? ''].find((words) =>
    words.trim().endsWith('?'),
  )
}
