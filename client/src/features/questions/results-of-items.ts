import type { SessionView } from '@stip/api'
import { useMemo } from 'react'
import { type Asked, totalsNow } from './question-words.ts'

/** What the room said to one thing, as far as it is revealed. */
export interface ItemResult {
  readonly question: Asked
  readonly totals: NonNullable<Asked['totals']>['items'][number]
}

type View = Pick<SessionView, 'questions' | 'ballots'>

/** What the room said last to each thing, by the name that it has on the vision; of one topic. */
export function resultsOfItems(
  { questions = [], ballots }: View,
  topic: Asked['topic'],
): ReadonlyMap<string, ItemResult> {
  const results = new Map<string, ItemResult>()
  for (const question of questions) {
    if (question.topic !== topic) continue
    const totals = totalsNow({ ballots }, question)
    for (const item of totals?.items ?? []) {
      if (item.answered > 0) results.set(item.id, { question, totals: item })
    }
  }
  return results
}

/** The same, made anew only when something was said. */
export function useResultsOfItems(
  { questions, ballots }: View,
  topic: Asked['topic'],
): ReadonlyMap<string, ItemResult> {
  return useMemo(() => resultsOfItems({ questions, ballots }, topic), [questions, ballots, topic])
}
