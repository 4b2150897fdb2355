import { plain } from './dutch/words.ts'

/** A text as its sequences of three characters, with a length of one. */
export type Trigrams = ReadonlyMap<string, number>

/** Character 3-grams over whole words and the spaces between them. */
export function trigramsOf(text: string): Trigrams {
  const words = ` ${(plain(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `
  const counts = new Map<string, number>()
  for (let place = 0; place + 3 <= words.length; place++) {
    const three = words.slice(place, place + 3)
    counts.set(three, (counts.get(three) ?? 0) + 1)
  }
  const length = Math.hypot(...counts.values())
  return new Map([...counts].map(([three, count]) => [three, count / length]))
}

/** The cosine of two texts: 1 when they have the same sequences, 0 when they share none. */
export function trigramCosine(one: Trigrams, other: Trigrams): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [three, weight] of small) sum += weight * (large.get(three) ?? 0)
  return sum
}
