import { cluster } from '../clusters/cluster.ts'
import { ward } from '../clusters/ward.ts'
import { compareNotes } from '../propose.ts'
import { trigramCosine, trigramsOf } from '../trigrams.ts'
import type { LabelledEvening } from './labelled.ts'
import type { Answers } from './measures.ts'

/** What the product says: the very functions and threshold that it uses, k known. */
export function ofTheProduct(evening: LabelledEvening): Answers {
  const { pairs, suggestions } = compareNotes(evening.notes)
  return {
    evening,
    pairs: pairs.map(({ a, b }) => [a, b]),
    suggestions: new Map([...suggestions].map(([id, found]) => [id, found.map((one) => one.id)])),
    clusters: cluster(evening.notes, evening.groups.length).map(({ ids }) => ids),
  }
}

/** The best F1 of 3-grams on the train part is at this cosine. */
const BASELINE_THRESHOLD = 0.36

/** The baseline to beat: the cosine of sequences of three characters, and nothing else. */
export function ofTrigrams(evening: LabelledEvening): Answers {
  const { notes } = evening
  const trigrams = notes.map(({ text }) => trigramsOf(text))
  const count = notes.length
  const distances = new Float64Array(count ** 2)
  const scored: { a: string; b: string; score: number }[] = []
  for (const [one, a] of notes.entries()) {
    for (const [other, b] of notes.entries()) {
      const score = trigramCosine(trigrams[one] ?? new Map(), trigrams[other] ?? new Map())
      distances[one * count + other] = 2 - 2 * score
      if (a.board !== b.board) scored.push({ a: a.id, b: b.id, score })
    }
  }
  const best = scored.toSorted((x, y) => y.score - x.score)
  const numbers = ward(distances, count, evening.groups.length)
  const clusters = Map.groupBy(notes, (note) => numbers[notes.indexOf(note)])
  return {
    evening,
    pairs: scored
      .filter(({ a, b, score }) => a < b && score >= BASELINE_THRESHOLD)
      .map(({ a, b }) => [a, b]),
    suggestions: new Map(
      [...Map.groupBy(best, ({ a }) => a)].map(([id, own]) => [
        id,
        own.slice(0, 3).map(({ b }) => b),
      ]),
    ),
    clusters: [...clusters.values()].map((members) => members.map(({ id }) => id)),
  }
}
