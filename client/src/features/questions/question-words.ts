import type { Ballot, SessionView } from '@stip/api'
import type { QuestionView, TotalsView } from '@stip/workshop'
import { nlQuestions } from './nl-questions.ts'

/** A question as screens know it. */
export type Asked = QuestionView

/** What the room is asked, in one sentence; of a poll about one thing that itself. */
export function titleOf({ topic, items, kind }: Pick<Asked, 'topic' | 'items' | 'kind'>): string {
  const [only, ...others] = items
  // To live with something, or to change it, is asked of a sentence; anything else may be a question itself.
  if (kind === 'consent') return nlQuestions.topics.consent
  if (kind === 'dots') return nlQuestions.weigh
  const isItself = topic === 'poll' && others.length === 0
  return isItself && only !== undefined ? only.text : nlQuestions.topics[topic]
}

/** Whether the sentence of the question is all that there is to read. */
export function isItsOwnTitle(question: Pick<Asked, 'topic' | 'items' | 'kind'>): boolean {
  return question.items.length === 1 && titleOf(question) === question.items[0]?.text
}

/** The letter of the one group whose hoofdpunten the others are asked about. */
export function letterAskedAbout(
  { topic, items }: Pick<Asked, 'topic' | 'items'>,
  groups: readonly Pick<SessionView['groups'][number], 'id' | 'letter'>[],
): string | undefined {
  const [of, ...others] = new Set(items.map(({ notFor }) => notFor))
  if (topic !== 'recognition' || others.length > 0) return undefined
  return groups.find(({ id }) => id === of)?.letter
}

/** What an answer is called. */
export function valueName(value: string): string {
  return nlQuestions.values[value] ?? value
}

/** What the answers come to as they are shown now: while they come in, or as they were counted. */
export function totalsNow(
  { ballots }: Pick<SessionView, 'ballots'>,
  { id, totals }: Pick<Asked, 'id' | 'totals'>,
): TotalsView | undefined {
  return totals ?? (ballots?.questionId === id ? ballots.totals : undefined)
}

/** How many dots somebody has left. */
export function dotsLeft({ dots = 0 }: Pick<Asked, 'dots'>, { answers }: Ballot): number {
  const placed = answers.map(({ value }) => (typeof value === 'number' ? value : 0))
  return dots - placed.reduce((sum, count) => sum + count, 0)
}
