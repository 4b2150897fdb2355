import { mayMeet } from './collection.ts'
import type { Collection, Entry } from './collection.ts'

/** Up to here every pair is compared; above it, of each note the most promising. */
const ALL_BELOW = 150
const PER_NOTE = 20

/** Pairs of places in `entries` worth comparing; of each the smaller place first. */
export function pairsToCompare(collection: Collection): readonly (readonly [number, number])[] {
  const { entries } = collection
  const pairs = new Set<number>()
  const found = finder(collection)
  for (const place of entries.keys()) {
    for (const other of found(place)) {
      pairs.add(Math.min(place, other) * entries.length + Math.max(place, other))
    }
  }
  return [...pairs]
    .toSorted((a, b) => a - b)
    .map((pair) => [Math.floor(pair / entries.length), pair % entries.length])
}

/** Finds the notes that share most with the note at a place, by what is rare. */
function finder(collection: Collection): (place: number) => readonly number[] {
  const { entries, index } = collection
  if (entries.length <= ALL_BELOW) return () => [...entries.keys()]
  const letters = lettersOf(entries)
  const sums = new Float64Array(entries.length)
  return (place) => {
    const entry = entries[place]
    if (entry === undefined) return []
    sums.fill(0)
    for (const { keys, worth } of entry.terms) {
      for (const [key, sure] of keys) {
        for (const other of index.get(key) ?? []) sums[other]! += worth * Math.abs(sure)
      }
    }
    for (const [three, weight] of entry.trigrams) {
      for (const [other, its] of letters.get(three) ?? []) sums[other]! += weight * its
    }
    return nearest(entries, place, sums, (other) => mayMeet(collection, entry, other))
  }
}

function nearest(
  entries: readonly Entry[],
  place: number,
  sums: Float64Array,
  may: (other: Entry) => boolean,
): number[] {
  // The best so far, the best first; a longer list is never sorted.
  const near: number[] = []
  const likes: number[] = []
  for (let other = 0; other < entries.length; other++) {
    const sum = sums[other]!
    if (!(sum > 0) || other === place) continue
    const entry = entries[other]!
    // Long notes share something with everybody.
    const like = sum / Math.sqrt(1 + entry.worth)
    if (near.length === PER_NOTE && like <= likes.at(-1)!) continue
    if (!may(entry)) continue
    let rank = near.length
    while (rank > 0 && likes[rank - 1]! < like) rank--
    near.splice(rank, 0, other)
    likes.splice(rank, 0, like)
    near.length = likes.length = Math.min(near.length, PER_NOTE)
  }
  return near
}

/** Sequences of three characters that few notes have. */
function lettersOf(
  entries: readonly Entry[],
): ReadonlyMap<string, readonly (readonly [number, number])[]> {
  const letters = new Map<string, (readonly [number, number])[]>()
  for (const [place, { trigrams }] of entries.entries()) {
    for (const [three, weight] of trigrams) {
      const places = letters.get(three)
      if (places === undefined) letters.set(three, [[place, weight]])
      else places.push([place, weight])
    }
  }
  for (const [three, places] of letters) {
    if (places.length > entries.length / 20) letters.delete(three)
  }
  return letters
}
