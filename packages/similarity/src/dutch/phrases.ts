import { phrasesFrom } from './lexicon.ts'
import type { Meaning } from './lexicon.ts'
import { meaningOf } from './words.ts'

/** So many words that say nothing may stand between two of a phrase: 'hakt nu eens de knoop door'. */
const BETWEEN = 2

export interface FoundPhrase {
  readonly meanings: readonly Meaning[]
  readonly places: readonly number[]
}

/** The longest phrase of the list that begins at a place in a clause. */
export function phraseAt(
  stems: readonly string[],
  place: number,
  words: readonly string[],
): FoundPhrase | undefined {
  for (const phrase of phrasesFrom(stems[place] ?? '')) {
    const places = placesOf(phrase.stems, stems, place, words)
    if (places !== undefined) return { meanings: phrase.meanings, places }
  }
  return undefined
}

function placesOf(
  phrase: readonly string[],
  stems: readonly string[],
  from: number,
  words: readonly string[],
): readonly number[] | undefined {
  const places = [from]
  let at = from
  for (const wanted of phrase.slice(1)) {
    let next = at + 1
    while (next <= at + BETWEEN && stems[next] !== wanted && meaningOf(words[next] ?? '-') === 0) {
      next++
    }
    if (stems[next] !== wanted) return undefined
    places.push(next)
    at = next
  }
  return places
}
