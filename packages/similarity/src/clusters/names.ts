import { compare } from '../collection.ts'
import type { Entry } from '../collection.ts'

const MOST_WORDS = 3

type Counts = ReadonlyMap<string, { readonly count: number; readonly shown: string }>

/** The words that say what a cluster has and the other notes have not; people make it better. */
export function nameOf(members: readonly Entry[], everywhere: Counts, total: number): string {
  const inside = countsOf(members)
  const words = [...inside]
    .map(([key, { count, shown }]) => ({
      shown,
      says: count * Math.log(1 + total / (everywhere.get(key)?.count ?? 1)),
    }))
    .toSorted((a, b) => b.says - a.says || compare(a.shown, b.shown))
    .slice(0, MOST_WORDS)
    .map(({ shown }) => shown)
  return words.length > 0 ? words.join(', ') : 'Overig'
}

/** How many notes have a word, and how the first of them wrote it. */
export function countsOf(entries: readonly Entry[]): Counts {
  const counts = new Map<string, { count: number; shown: string }>()
  for (const { terms } of entries) {
    const seen = new Set<string>()
    for (const { keys, shown, weight } of terms) {
      const [key] = keys.keys()
      if (key === undefined || weight < 1 || seen.has(key)) continue
      seen.add(key)
      const count = counts.get(key)
      if (count === undefined) counts.set(key, { count: 1, shown })
      else count.count++
    }
  }
  return counts
}
