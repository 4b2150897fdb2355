import { collectionOf } from '../collection.ts'
import type { Entry } from '../collection.ts'
import type { Note } from '../note.ts'
import { scoresOf } from '../scores.ts'
import type { Scored } from '../scores.ts'
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

/** Up to so many notes in a group it is about one thing, and who says the same matters more than its middle. */
const SMALL = 10

/**
 * Sorts notes into groups: a first sorting for people to go on with, never a result.
 *
 * @param k - How many groups; without it as many as the square root of half the notes.
 */
export function cluster(notes: readonly Note[], k?: number): readonly Cluster[] {
  const collection = collectionOf(notes)
  const vectors = vectorsOf(collection.entries)
  return clustersOf(collection.entries, { vectors, scored: scoresOf(collection, vectors) }, k)
}

interface Known {
  readonly vectors: Vectors
  /** Pairs that may be the same. */
  readonly scored: readonly Scored[]
}

/** The same for notes that were taken apart and compared already. */
export function clustersOf(
  entries: readonly Entry[],
  { vectors, scored }: Known,
  k?: number,
): readonly Cluster[] {
  if (entries.length === 0) return []
  const usual = Math.round(Math.sqrt(entries.length / 2))
  const wanted = Math.min(entries.length, Math.max(1, k ?? usual))
  const first = ward(distancesOf(entries, { vectors, scored }), entries.length, wanted)
  const isFine = entries.length < wanted * SMALL
  const numbers = isFine ? first : settled(vectors, first, wanted)
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

/**
 * Distances between directions: 0 for the same, 2 for nothing in common; a little in common counts. Who
 * may say the same is nearer by how sure that is.
 */
function distancesOf(entries: readonly Entry[], { vectors, scored }: Known): Float64Array {
  const count = vectors.keys.length
  const cosines = cosinesOf(vectors)
  const distances = new Float64Array(count ** 2)
  for (let one = 0; one < count; one++) {
    const its = cosines(one)
    for (let other = 0; other < count; other++) {
      distances[one * count + other] = 2 - 2 * Math.sqrt(Math.max(0, its[other]!))
    }
  }
  const places = new Map(entries.map((entry, place) => [entry, place]))
  for (const { a, b, score } of scored) {
    const [one, other] = [places.get(a), places.get(b)]
    if (one === undefined || other === undefined || score === 0) continue
    const nearer = Math.max(0, distances[one * count + other]! - score)
    distances[one * count + other] = nearer
    distances[other * count + one] = nearer
  }
  return distances
}
