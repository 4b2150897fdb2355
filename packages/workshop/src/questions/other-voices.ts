import { totalsForAll } from './for-all.ts'
import type { QuestionsState, Said, Totals } from './state.ts'

/** What stands beside a statement, of who cannot live with it. */
export interface OtherVoices {
  readonly statement: string
  readonly said: readonly Pick<Said, 'id' | 'text' | 'also'>[]
}

/**
 * "Ander geluid": beside every statement what people said of it the last time that the room was asked whether it can
 * live with it, once that is closed and revealed; who has most others behind them first. No more of each question than
 * goes to every screen.
 */
export function otherVoicesOf({ all }: QuestionsState): readonly OtherVoices[] {
  const last = new Map<string, Totals>()
  for (const { topic, isRevealed, totals } of all) {
    if (topic !== 'consent' || totals === undefined) continue
    for (const { id } of totals.items) {
      last.delete(id)
      if (isRevealed) last.set(id, totals)
    }
  }
  return [...last].flatMap(([statement, totals]) => {
    const said = (totalsForAll(totals).items.find(({ id }) => id === statement)?.said ?? [])
      .filter(({ as }) => as === 'own')
      .toSorted((one, other) => other.also - one.also || (one.id < other.id ? -1 : 1))
      .map(({ id, text, also }) => ({ id, text, also }))
    return said.length === 0 ? [] : [{ statement, said }]
  })
}
