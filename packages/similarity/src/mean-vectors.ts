import { clausesOf, meaningOf } from './dutch/words.ts'
import type { Embed } from './note.ts'

/** Where a word is in some space of meaning; undefined for a word that it does not know. */
export type VectorOf = (word: string) => ArrayLike<number> | undefined

/** With fewer notes than this their middle says nothing. */
const ENOUGH = 8

/** The words of texts that say something, each once: those of which a vector is wanted. */
export function wordsToPlace(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap(tellingWords))].toSorted()
}

/**
 * Places every text in the middle of its words, seen from the middle of all of them: what all texts of an
 * evening have in common tells none apart (after S. Arora and others, "A simple but tough-to-beat
 * baseline for sentence embeddings", ICLR 2017).
 */
export function meanVectors(texts: readonly string[], vectorOf: VectorOf): Embed {
  const places = new Map(texts.map((text) => [text, meanOf(tellingWords(text), vectorOf)]))
  const known = [...places.values()].filter((place) => place.length > 0)
  if (known.length >= ENOUGH) {
    const middle = (known[0] ?? []).map(
      (_, axis) => known.reduce((sum, place) => sum + (place[axis] ?? 0), 0) / known.length,
    )
    for (const place of known) for (const axis of place.keys()) place[axis]! -= middle[axis]!
  }
  return (text) => places.get(text) ?? []
}

function tellingWords(text: string): readonly string[] {
  return clausesOf(text)
    .flat()
    .filter((word) => meaningOf(word) > 0)
}

/** Empty when none of the words has a vector. */
function meanOf(words: readonly string[], vectorOf: VectorOf): number[] {
  const sums: number[] = []
  let whole = 0
  for (const word of words) {
    const vector = vectorOf(word)
    if (vector === undefined) continue
    const weight = meaningOf(word)
    whole += weight
    for (let axis = 0; axis < vector.length; axis++) {
      sums[axis] = (sums[axis] ?? 0) + weight * (vector[axis] ?? 0)
    }
  }
  return sums.map((sum) => sum / whole)
}
