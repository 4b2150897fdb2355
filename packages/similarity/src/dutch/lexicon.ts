import attitude from './lexicon/attitude.json' with { type: 'json' }
import people from './lexicon/people.json' with { type: 'json' }
import place from './lexicon/place.json' with { type: 'json' }
import townHall from './lexicon/town-hall.json' with { type: 'json' }
import words from './lexicon/words.json' with { type: 'json' }
import { stem } from './stem.ts'
import { clausesOf, meaningOf } from './words.ts'

/** A meaning that words can share: of one set, in one subject, as said or as its reverse. */
export interface Meaning {
  readonly concept: string
  readonly topic: string
  readonly sign: 1 | -1
  /** Whether the word only goes with the set, as mail goes with answering. */
  readonly isLoose: boolean
}

/** A phrase of the list, by its stems. */
export interface Phrase {
  readonly stems: readonly string[]
  readonly meanings: readonly Meaning[]
}

/** Words with all that they mean, by their stems. */
const byWord = new Map<string, Meaning[]>()
/** Phrases, by their first stem, the longest first. */
const byPhrase = new Map<
  string,
  { readonly stems: readonly string[]; readonly meanings: Meaning[] }[]
>()

for (const [file, sets] of [words, townHall, attitude, place, people].entries()) {
  for (const [topic, lines] of Object.entries(sets)) {
    for (const [at, line] of lines.entries()) readLine(line, topic, `${topic}${file}.${at}`)
  }
}
for (const phrases of byPhrase.values()) phrases.sort((a, b) => b.stems.length - a.stems.length)

/** Words of one meaning with commas between them; those behind a bar only go with it. */
function readLine(line: string, topic: string, concept: string): void {
  for (const [part, entries] of line.split(' | ').entries()) {
    for (const entry of entries.split(', ')) {
      const sign = entry.startsWith('-') ? -1 : 1
      const stems = (clausesOf(entry.replace(/^-/, ''))[0] ?? []).map(stem)
      add(stems, { topic, concept, sign, isLoose: part > 0 })
    }
  }
}

function add(stems: readonly string[], meaning: Meaning): void {
  const [first] = stems
  if (first === undefined) return
  if (stems.length === 1) {
    // 'overheid' has the stem of 'over', and is left out.
    if (meaningOf(first) > 0) pushNew(byWord, first, meaning)
    return
  }
  const phrases = byPhrase.get(first) ?? []
  const known = phrases.find((phrase) => phrase.stems.join(' ') === stems.join(' '))
  if (known === undefined) byPhrase.set(first, [...phrases, { stems, meanings: [meaning] }])
  else if (isNew(known.meanings, meaning)) known.meanings.push(meaning)
}

function pushNew(map: Map<string, Meaning[]>, key: string, meaning: Meaning): void {
  const own = map.get(key) ?? []
  if (isNew(own, meaning)) map.set(key, [...own, meaning])
}

function isNew(known: readonly Meaning[], { concept }: Meaning): boolean {
  return known.every((one) => one.concept !== concept)
}

export function meaningsOfStem(stem: string): readonly Meaning[] {
  return byWord.get(stem) ?? []
}

/** The phrases that begin with a stem, the longest first. */
export function phrasesFrom(stem: string): readonly Phrase[] {
  return byPhrase.get(stem) ?? []
}

/** Every stem that the list has in a phrase. */
export const stemsOfPhrases: ReadonlySet<string> = new Set(
  [...byPhrase.values()].flat().flatMap(({ stems }) => stems),
)

/** Every stem that the list knows, for taking compounds apart. */
export const knownStems: ReadonlySet<string> = new Set(byWord.keys())
