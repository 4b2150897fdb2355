import { collectionOf } from '../collection.ts'
import type { Entry } from '../collection.ts'
import type { Note } from '../note.ts'
import { countsOf, nameOf } from './names.ts'
import { cosinesOf, vectorsOf } from './vectors.ts'
import { ward } from './ward.ts'

/** Notes that seem to be about one thing, with a name for people to correct. */
export interface Cluster {
  readonly name: string
  readonly ids: readonly string[]
}

/**
 * Sorts notes into groups: a first sorting for people to go on with, never a result.
 *
 * @param k - How many groups; without it as many as the square root of half the notes.
 */
export function cluster(notes: readonly Note[], k?: number): readonly Cluster[] {
  const { entries } = collectionOf(notes)
  if (entries.length === 0) return []
  const wanted = Math.min(
    entries.length,
    Math.max(1, k ?? Math.round(Math.sqrt(entries.length / 2))),
  )
  const numbers = ward(distancesOf(entries), entries.length, wanted)
  const clusters = Map.groupBy(entries.entries(), ([place]) => numbers[place])
  const counts = countsOf(entries)
  return [...clusters.values()].map((members) => ({
    name: nameOf(
      members.map(([, entry]) => entry),
      counts,
      entries.length,
    ),
    ids: members.map(([, { note }]) => note.id),
  }))
}

/** Squared distances between directions: 0 for the same, 2 for nothing in common. */
function distancesOf(entries: readonly Entry[]): Float64Array {
  const vectors = vectorsOf(entries)
  const cosines = cosinesOf(vectors)
  const distances = new Float64Array(entries.length ** 2)
  for (const one of entries.keys()) {
    for (const [other, cosine] of cosines(one).entries()) {
      distances[one * entries.length + other] = 2 - 2 * cosine
    }
  }
  return distances
}
