import { labelledPairs } from './labelled.ts'
import type { LabelledEvening } from './labelled.ts'

/** What some system says about one evening. */
export interface Answers {
  readonly evening: LabelledEvening
  readonly pairs: readonly (readonly [string, string])[]
  readonly suggestions: ReadonlyMap<string, readonly string[]>
  readonly clusters: readonly (readonly string[])[]
}

export interface Measures {
  readonly proposed: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Share of opposites among what is proposed. */
  readonly opposites: number
  /** Share of the notes with a duplicate that have one among their three suggestions. */
  readonly topThree: number
  /** Mean over the evenings. */
  readonly adjustedRand: number
}

export function measure(all: readonly Answers[]): Measures {
  let [proposed, right, reverse, same, having, hits] = [0, 0, 0, 0, 0, 0]
  for (const { evening, pairs, suggestions } of all) {
    const labels = new Map<string, string>()
    const duplicates = new Map<string, Set<string>>()
    for (const { a, b, label } of labelledPairs(evening)) {
      labels.set(keyOf(a, b), label)
      if (label !== 'same') continue
      same++
      duplicates.set(a, (duplicates.get(a) ?? new Set()).add(b))
      duplicates.set(b, (duplicates.get(b) ?? new Set()).add(a))
    }
    proposed += pairs.length
    right += pairs.filter(([a, b]) => labels.get(keyOf(a, b)) === 'same').length
    reverse += pairs.filter(([a, b]) => labels.get(keyOf(a, b)) === 'opposite').length
    having += duplicates.size
    for (const [id, own] of duplicates) {
      if (
        suggestions
          .get(id)
          ?.slice(0, 3)
          .some((other) => own.has(other))
      )
        hits++
    }
  }
  const [precision, recall] = [share(right, proposed), share(right, same)]
  return {
    proposed,
    precision,
    recall,
    f1: share(2 * precision * recall, precision + recall),
    opposites: share(reverse, proposed),
    topThree: share(hits, having),
    adjustedRand: share(
      all.reduce((sum, { evening, clusters }) => sum + randOf(evening, clusters), 0),
      all.length,
    ),
  }
}

/** Adjusted Rand index (L. Hubert and P. Arabie, 1985): 0 for chance, 1 for the same groups. */
export function adjustedRand(one: readonly unknown[], other: readonly unknown[]): number {
  const both = pairsWithin(one.map((label, place) => `${String(label)} ${String(other[place])}`))
  const [left, right] = [pairsWithin(one), pairsWithin(other)]
  const expected = (left * right) / Math.max(1, (one.length * (one.length - 1)) / 2)
  const most = (left + right) / 2
  return most === expected ? 1 : (both - expected) / (most - expected)
}

function randOf({ notes }: LabelledEvening, clusters: readonly (readonly string[])[]): number {
  const places = new Map(clusters.flatMap((ids, place) => ids.map((id) => [id, place] as const)))
  return adjustedRand(
    notes.map(({ group }) => group),
    notes.map(({ id }) => places.get(id)),
  )
}

/** How many two items are in one group. */
function pairsWithin(labels: readonly unknown[]): number {
  const sizes = [...Map.groupBy(labels, (label) => label).values()].map(({ length }) => length)
  return sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
