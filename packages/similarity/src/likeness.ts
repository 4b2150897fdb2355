import type { Features } from './features.ts'
import weights from './weights.json' with { type: 'json' }

/**
 * What speaks for two notes being the same, by themselves. `tools/fit.ts` finds how much each counts
 * and writes `weights.json`.
 */
export function evidenceOf(features: Features): readonly number[] {
  const { overlap, contained, letters, words, missed, subject, sameZone } = features
  return [
    1,
    overlap,
    contained,
    letters,
    words,
    missed,
    subject,
    overlap * contained,
    Math.sqrt(letters) * overlap,
    subject * overlap,
    sameZone,
  ]
}

/** What speaks for it among all the others: `best` is the score of the best counterpart of either. */
export function contextOf(
  score: number,
  ranks: readonly (readonly [best: number, second: number])[],
  { overlap, subject }: Features,
): readonly number[] {
  const shares = ranks.map(([best]) => score / Math.max(best, LEAST))
  const leads = ranks.map(([best, second]) =>
    Math.log(Math.max(score, LEAST) / Math.max(score >= best ? second : best, LEAST)),
  )
  const odds = Math.log(Math.max(score, LEAST) / (1 - Math.min(score, 1 - LEAST)))
  return [
    1,
    odds,
    Math.min(...shares),
    Math.max(...shares),
    Math.min(...leads),
    Math.max(...leads),
    overlap,
    subject,
  ]
}

/** Less than this is nothing. */
const LEAST = 1e-3

/** How alike two notes are by themselves, from 0 to 1. */
export function likenessOf(features: Features): number {
  return logistic(evidenceOf(features), weights.alone)
}

/** How sure it is that two notes are the same, with what else there is. */
export function sureness(context: readonly number[]): number {
  return logistic(context, weights.among)
}

function logistic(values: readonly number[], its: readonly number[]): number {
  const sum = values.reduce((total, value, place) => total + value * (its[place] ?? 0), 0)
  return 1 / (1 + Math.exp(-sum))
}
