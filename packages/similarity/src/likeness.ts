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
    Math.log((score + LITTLE) / ((score >= best ? second : best) + LITTLE)),
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
/** Who is better than hardly anything is no counterpart yet: among few notes everybody is the best of somebody. */
const LITTLE = 0.01

/** How much each kind of evidence counts, by itself and among all the others. */
export interface Weights {
  readonly alone: readonly number[]
  readonly among: readonly number[]
}

/** Up to so many notes count as few, and from so many on as many; in between a little of both. */
const FEW = 20
const MANY = 100

/**
 * What to go by among so many notes. Among many it says much that nobody is more alike, and what a
 * subject is can be seen; among few everybody is the best of somebody, and words have to do it.
 */
export function weightsFor(
  count: number,
  { few, many: full }: { readonly few: Weights; readonly many: Weights } = weights,
): Weights {
  const share = Math.log(Math.max(1, count) / FEW) / Math.log(MANY / FEW)
  const many = Math.min(1, Math.max(0, share)) ** 2
  return {
    alone: mixed(few.alone, full.alone, many),
    among: mixed(few.among, full.among, many),
  }
}

function mixed(few: readonly number[], many: readonly number[], share: number): readonly number[] {
  return few.map((weight, place) => weight * (1 - share) + (many[place] ?? 0) * share)
}

/** The chance that evidence comes to. */
export function chanceOf(evidence: readonly number[], its: readonly number[]): number {
  const sum = evidence.reduce((total, value, place) => total + value * (its[place] ?? 0), 0)
  return 1 / (1 + Math.exp(-sum))
}
