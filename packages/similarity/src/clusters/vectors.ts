import type { Entry } from '../collection.ts'

/** Notes as directions of length one: of each its keys, as numbers, and how much each counts. */
export interface Vectors {
  readonly keys: readonly Int32Array[]
  readonly values: readonly Float64Array[]
  /** How many keys there are. */
  readonly size: number
}

/** How much each kind of key says about the subject of a note: word, meaning, subject, zone, letters. */
const KINDS: Readonly<Record<string, number>> = {
  w: 0.75,
  c: 1.25,
  t: 6,
  z: 0.2,
  g: 0.5,
}
/** So many neighbours count, and fewer when there are few notes. */
const NEIGHBOURS = { most: 16, share: 1 / 7 } as const
/** How much a note takes over from those. */
const TAKEN = 0.75
const ROUNDS = 2
const MOST_KEYS = 80

/**
 * Notes as vectors of words, meanings and subjects (tf-idf), each then drawn towards its nearest
 * notes, so that two that share nothing still come near when a third shares something with both.
 */
export function vectorsOf(entries: readonly Entry[]): Vectors {
  const raw = entries.map(keysOf)
  const counts = new Map<string, number>()
  for (const vector of raw) {
    for (const key of vector.keys()) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const numbers = new Map<string, number>()
  const half = Math.log(1 + entries.length / 2)
  const weights = new Map<number, number>()
  const first = raw.map((vector) => {
    weights.clear()
    for (const [key, value] of vector) {
      const count = counts.get(key) ?? 1
      const isZone = key.startsWith('z')
      if (count < 2 && !isZone) continue
      const number = numbers.get(key) ?? numbers.size
      numbers.set(key, number)
      const rarity = isZone ? 1 : Math.log(1 + entries.length / count) / half
      weights.set(number, value * rarity)
    }
    return direction([...weights.keys()], (key) => weights.get(key) ?? 0)
  })
  let vectors = together(first, numbers.size)
  for (let round = 0; round < ROUNDS; round++) vectors = drawnTogether(vectors)
  return vectors
}

/**
 * The cosines of the vector at a place with all of them; the array is filled anew by each call.
 * Goes by key over the vectors that have it, and never over two vectors at once.
 */
export function cosinesOf({ keys, values, size }: Vectors): (place: number) => Float64Array {
  const counts = new Int32Array(size + 1)
  for (const own of keys) for (const key of own) counts[key + 1]!++
  for (let key = 0; key < size; key++) counts[key + 1]! += counts[key]!
  const starts = counts.slice()
  const places = new Int32Array(counts[size] ?? 0)
  const having = new Float64Array(places.length)
  for (const [place, own] of keys.entries()) {
    for (let at = 0; at < own.length; at++) {
      const next = counts[own[at]!]!++
      places[next] = place
      having[next] = values[place]![at]!
    }
  }
  const sums = new Float64Array(keys.length)
  return (place) => {
    sums.fill(0)
    const [own, its] = [keys[place]!, values[place]!]
    for (let at = 0; at < own.length; at++) {
      const value = its[at]!
      const end = starts[own[at]! + 1]!
      for (let next = starts[own[at]!]!; next < end; next++) {
        sums[places[next]!]! += value * having[next]!
      }
    }
    return sums
  }
}

/** The cosine of the vectors at two places; quickest when the first stays the same for a while. */
export function cosineBetween({
  keys,
  values,
  size,
}: Vectors): (one: number, other: number) => number {
  const spread = new Float64Array(size)
  let spreadOut = -1
  return (one, other) => {
    if (one !== spreadOut) {
      for (const key of keys[spreadOut] ?? []) spread[key] = 0
      const own = keys[one]!
      for (let at = 0; at < own.length; at++) spread[own[at]!] = values[one]![at]!
      spreadOut = one
    }
    const [own, its] = [keys[other]!, values[other]!]
    let sum = 0
    for (let at = 0; at < own.length; at++) sum += its[at]! * spread[own[at]!]!
    return sum
  }
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

function drawnTogether(vectors: Vectors): Vectors {
  const { keys, values, size } = vectors
  const cosines = cosinesOf(vectors)
  const most = Math.max(1, Math.min(NEIGHBOURS.most, Math.round(keys.length * NEIGHBOURS.share)))
  const drawn = new Float64Array(size)
  const seenBy = new Int32Array(size).fill(-1)
  const all = keys.map((_, place) => {
    const touched: number[] = []
    const add = (from: number, share: number): void => {
      const [own, its] = [keys[from]!, values[from]!]
      for (let at = 0; at < own.length; at++) {
        const key = own[at]!
        if (seenBy[key] !== place) {
          seenBy[key] = place
          drawn[key] = 0
          touched.push(key)
        }
        drawn[key]! += share * its[at]!
      }
    }
    add(place, 1 - TAKEN)
    const near = nearest(cosines(place), place, most)
    const sum = near.reduce((total, { like }) => total + like, 0)
    for (const { at, like } of near) add(at, (TAKEN * like) / sum)
    return direction(touched, (key) => drawn[key]!)
  })
  return together(all, size)
}

/** The places that are most alike, the best first; of equals the first. */
function nearest(
  likes: Float64Array,
  but: number,
  most: number,
): readonly { readonly at: number; readonly like: number }[] {
  const places = new Int32Array(most)
  const best = new Float64Array(most)
  let count = 0
  for (let at = 0; at < likes.length; at++) {
    const like = likes[at]!
    if (like <= 0 || at === but || (count === most && like <= best[most - 1]!)) continue
    let rank = count < most ? count++ : most - 1
    while (rank > 0 && best[rank - 1]! < like) {
      best[rank] = best[rank - 1]!
      places[rank] = places[rank - 1]!
      rank--
    }
    best[rank] = like
    places[rank] = at
  }
  return Array.from({ length: count }, (_, rank) => ({ at: places[rank]!, like: best[rank]! }))
}

interface Direction {
  readonly keys: Int32Array
  readonly values: Float64Array
}

/** The keys that matter most, brought to a length of one together. */
function direction(keys: readonly number[], valueOf: (key: number) => number): Direction {
  const all = Float64Array.from(keys, valueOf)
  const count = Math.min(MOST_KEYS, keys.length)
  // Sorting numbers alone takes a tenth of the time of sorting keys by them.
  const least = all.toSorted()[keys.length - count] ?? 0
  let left = count
  for (const value of all) if (value > least) left--
  const kept = new Int32Array(count)
  const values = new Float64Array(count)
  let [at, squares] = [0, 0]
  for (let place = 0; place < all.length && at < count; place++) {
    const value = all[place]!
    if (value < least || (value === least && left-- <= 0)) continue
    kept[at] = keys[place]!
    values[at++] = value
    squares += value * value
  }
  const length = Math.sqrt(squares) || 1
  return { keys: kept, values: values.map((value) => value / length) }
}

function together(directions: readonly Direction[], size: number): Vectors {
  return {
    keys: directions.map(({ keys }) => keys),
    values: directions.map(({ values }) => values),
    size,
  }
}
