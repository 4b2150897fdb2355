import { ok, refuse } from '@stip/primitives'
import type { GroupId, Result } from '@stip/primitives'
import { optionalText, requiredText } from '../ability/text.ts'
import { questionLimits, valuesOf } from './kinds.ts'
import type { AskedQuestion, QuestionItem } from './state.ts'

/** What somebody says to one item, as they send it. */
export interface SentAnswer {
  readonly item: string
  /** One of the answers of the kind; of 'dots' how many; of 'words' left out. */
  readonly value?: string | number | undefined
  /** Why, or what one would change. */
  readonly reason?: string | undefined
  /** Sentences beside a statement that one cannot live with (ander geluid). */
  readonly own?: readonly string[] | undefined
}

/** All that somebody says to a question: what was sent before counts no more. */
export interface SentBallot {
  readonly answers: readonly SentAnswer[]
  /** What others wrote that one says as well ("Ik ook"). */
  readonly also?: readonly string[] | undefined
}

/** An answer that fits its question. */
export interface Answer {
  readonly item: string
  readonly value?: string | undefined
  readonly dots?: number | undefined
  readonly reason?: string | undefined
  readonly own: readonly string[]
}

/** Why a ballot is not taken. Stable words; screens translate them. */
export type BallotRefusal =
  | 'no-such-item'
  | 'no-such-answer'
  | 'too-many-dots'
  | 'text-missing'
  | 'text-too-long'

/** What somebody is asked about: a group not about what it said itself. */
export function itemsFor(
  { items }: Pick<AskedQuestion, 'items'>,
  groupId: GroupId | undefined,
): readonly QuestionItem[] {
  return items.filter(({ notFor }) => notFor === undefined || notFor !== groupId)
}

/** The answers of a ballot that fits its question; those that say nothing are left out. */
export function fittingAnswers(
  question: AskedQuestion,
  groupId: GroupId | undefined,
  { answers }: SentBallot,
): Result<readonly Answer[], BallotRefusal> {
  const mayAnswer = new Set(itemsFor(question, groupId).map(({ id }) => id))
  const fitting: Answer[] = []
  for (const sent of answers) {
    if (!mayAnswer.delete(sent.item)) return refuse('no-such-item')
    const answer = fittingAnswer(question, sent)
    if (!answer.ok) return answer
    if (answer.value !== undefined) fitting.push(answer.value)
  }
  const dots = fitting.reduce((sum, answer) => sum + (answer.dots ?? 0), 0)
  return dots > (question.dots ?? 0) ? refuse('too-many-dots') : ok(fitting)
}

function fittingAnswer(
  { kind }: AskedQuestion,
  { item, value, reason = '', own = [] }: SentAnswer,
): Result<Answer | undefined, BallotRefusal> {
  const said = optionalText(reason, questionLimits.saidLength)
  if (!said.ok) return said
  if (kind === 'dots') return dotsOn(item, value)
  if (kind === 'words') {
    if (value !== undefined) return refuse('no-such-answer')
    return ok(said.value === '' ? undefined : { item, reason: said.value, own: [] })
  }
  if (typeof value !== 'string' || !valuesOf[kind].includes(value)) return refuse('no-such-answer')
  const wantsReason = kind === 'consent' && value !== 'yes'
  if (wantsReason && said.value === '') return refuse('text-missing')
  const sentences = value === 'no-because' ? ownSentences(own) : ok([])
  if (!sentences.ok) return sentences
  return ok({ item, value, own: sentences.value, ...(wantsReason && { reason: said.value }) })
}

function dotsOn(item: string, value: unknown): Result<Answer | undefined, BallotRefusal> {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    return refuse('no-such-answer')
  }
  return ok(value === 0 ? undefined : { item, dots: value, own: [] })
}

function ownSentences(own: readonly string[]): Result<readonly string[], BallotRefusal> {
  if (own.length > questionLimits.own) return refuse('no-such-answer')
  const sentences: string[] = []
  for (const each of own) {
    const sentence = requiredText(each, questionLimits.saidLength)
    if (!sentence.ok) return sentence
    if (!sentences.includes(sentence.value)) sentences.push(sentence.value)
  }
  return ok(sentences)
}
