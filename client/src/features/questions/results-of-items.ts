import type { SessionView } from '@stip/api'
import { useMemo } from 'react'
import { type Asked, totalsNow } from './question-words.ts'

/** What the room said to one thing, as far as it is revealed. */
export interface ItemResult {
  readonly question: Asked
  readonly totals: NonNullable<Asked['totals']>['items'][number]
}

type View = Pick<SessionView, 'questions' | 'ballots'>

/**
 * What the room said last to each thing, by the name that it has on the vision; of one topic. Whether a
 * group said so too is a fact: who asks it once more by accident, does not lose what most people said.
 */
export function resultsOfItems(
  { questions = [], ballots }: View,
  topic: Asked['topic'],
): ReadonlyMap<string, ItemResult> {
  const results = new Map<string, ItemResult>()
  for (const question of questions) {
    if (question.topic !== topic) continue
    const totals = totalsNow({ ballots }, question)
    for (const item of totals?.items ?? []) {
      const before = results.get(item.id)
      if (item.answered === 0) continue
      if (topic === 'recognition' && before !== undefined && saysMore(before, question, item))
        continue
      results.set(item.id, { question, totals: item })
    }
  }
  return results
}

/** Whether more people answered before, about the same words. */
function saysMore(
  before: ItemResult,
  { items }: Asked,
  { id, answered }: ItemResult['totals'],
): boolean {
  const textIn = (of: Asked['items']): string | undefined => of.find((one) => one.id === id)?.text
  return before.totals.answered > answered && textIn(before.question.items) === textIn(items)
}

/** The same, made anew only when something was said. */
export function useResultsOfItems(
  { questions, ballots }: View,
  topic: Asked['topic'],
): ReadonlyMap<string, ItemResult> {
  return useMemo(() => resultsOfItems({ questions, ballots }, topic), [questions, ballots, topic])
}
