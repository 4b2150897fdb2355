import type { Entry } from '../collection.ts'

/** A note as a direction of length one, by key. */
export type Vector = ReadonlyMap<string, number>

/** How much each kind of key says about the subject of a note: word, meaning, subject, zone, letters. */
const KINDS: Readonly<Record<string, number>> = { w: 1, c: 1, t: 4, z: 0.2, g: 1.5 }
const NEIGHBOURS = 8
/** How much a note takes over from the notes that it is most like. */
const TAKEN = 0.7
const ROUNDS = 2
const MOST_KEYS = 80

/**
 * Notes as vectors of words, meanings and subjects (tf-idf), each then drawn towards its nearest
 * notes, so that two that share nothing still come near when a third shares something with both.
 */
export function vectorsOf(entries: readonly Entry[]): readonly Vector[] {
  const raw = entries.map(keysOf)
  const counts = new Map<string, number>()
  for (const key of raw.flatMap((vector) => [...vector.keys()])) {
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const half = Math.log(1 + entries.length / 2)
  let vectors: readonly Vector[] = raw.map((vector) =>
    direction(
      [...vector].flatMap(([key, value]): [string, number][] => {
        const count = counts.get(key) ?? 1
        if (key.startsWith('z')) return [[key, value]]
        return count < 2 ? [] : [[key, (value * Math.log(1 + entries.length / count)) / half]]
      }),
    ),
  )
  for (let round = 0; round < ROUNDS; round++) vectors = drawnTogether(vectors)
  return vectors
}

/**
 * The cosines of the vector at a place with all of them; the array is filled anew by each call.
 * Goes by key over the vectors that have it, and never over two vectors at once.
 */
export function cosinesOf(vectors: readonly Vector[]): (place: number) => Float64Array {
  const index = new Map<string, { readonly places: number[]; readonly values: number[] }>()
  for (const [place, vector] of vectors.entries()) {
    for (const [key, value] of vector) {
      const having = index.get(key) ?? { places: [], values: [] }
      having.places.push(place)
      having.values.push(value)
      index.set(key, having)
    }
  }
  const sums = new Float64Array(vectors.length)
  return (place) => {
    sums.fill(0)
    for (const [key, value] of vectors[place] ?? []) {
      const { places, values } = index.get(key) ?? { places: [], values: [] }
      for (let at = 0; at < places.length; at++) sums[places[at]!]! += value * values[at]!
    }
    return sums
  }
}

/** The cosine of two of them. */
export function cosineBetween(one: Vector, other: Vector): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [key, value] of small) sum += value * (large.get(key) ?? 0)
  return sum
}

function keysOf({ note, terms, trigrams }: Entry): Map<string, number> {
  const keys = new Map<string, number>()
  for (const term of terms) {
    for (const [key, sure] of term.keys) {
      const value = Math.abs(sure) * term.weight * (KINDS[key.charAt(0)] ?? 0)
      keys.set(key, Math.max(value, keys.get(key) ?? 0))
    }
  }
  for (const [three, value] of trigrams) keys.set(`g${three}`, value * (KINDS['g'] ?? 0))
  if (note.zone !== undefined) keys.set(`z${note.zone}`, KINDS['z'] ?? 0)
  return keys
}

function drawnTogether(vectors: readonly Vector[]): Vector[] {
  const cosines = cosinesOf(vectors)
  return vectors.map((vector, place) => {
    const near = [...cosines(place)]
      .map((like, at) => ({ at, like: at === place ? 0 : like }))
      .filter(({ like }) => like > 0)
      .toSorted((a, b) => b.like - a.like || a.at - b.at)
      .slice(0, NEIGHBOURS)
    const all = near.reduce((sum, { like }) => sum + like, 0)
    const drawn = new Map([...vector].map(([key, value]) => [key, value * (1 - TAKEN)]))
    for (const { at, like } of near) {
      for (const [key, value] of vectors[at] ?? []) {
        drawn.set(key, (drawn.get(key) ?? 0) + (TAKEN * like * value) / all)
      }
    }
    return direction([...drawn])
  })
}

/** Brings the keys that matter most to a length of one together. */
function direction(keys: readonly (readonly [string, number])[]): Vector {
  const kept = keys.toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_KEYS)
  const length = Math.hypot(...kept.map(([, value]) => value)) || 1
  return new Map(kept.map(([key, value]) => [key, value / length]))
}
