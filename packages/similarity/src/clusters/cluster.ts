import { collectionOf } from '../collection.ts'
import type { Entry } from '../collection.ts'
import type { Note } from '../note.ts'
import { everywhereIn, nameOf } from './names.ts'
import { settled } from './settled.ts'
import { cosinesOf, vectorsOf } from './vectors.ts'
import type { Vectors } from './vectors.ts'
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
  return clustersOf(entries, vectorsOf(entries), k)
}

/** The same for notes that were taken apart already. */
export function clustersOf(
  entries: readonly Entry[],
  vectors: Vectors,
  k?: number,
): readonly Cluster[] {
  if (entries.length === 0) return []
  const wanted = Math.min(
    entries.length,
    Math.max(1, k ?? Math.round(Math.sqrt(entries.length / 2))),
  )
  const first = ward(distancesOf(vectors), entries.length, wanted)
  const numbers = settled(vectors, first, wanted)
  const clusters = Map.groupBy(entries.entries(), ([place]) => numbers[place])
  const everywhere = everywhereIn(entries)
  return [...clusters.values()].map((members) => ({
    name: nameOf(
      members.map(([, entry]) => entry),
      everywhere,
    ),
    ids: members.map(([, { note }]) => note.id),
  }))
}

/** Distances between directions: 0 for the same, 2 for nothing in common; a little in common counts. */
function distancesOf(vectors: Vectors): Float64Array {
  const count = vectors.keys.length
  const cosines = cosinesOf(vectors)
  const distances = new Float64Array(count ** 2)
  for (let one = 0; one < count; one++) {
    const its = cosines(one)
    for (let other = 0; other < count; other++) {
      distances[one * count + other] = 2 - 2 * Math.sqrt(Math.max(0, its[other]!))
    }
  }
  return distances
}
