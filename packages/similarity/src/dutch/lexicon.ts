import sets from './lexicon.json' with { type: 'json' }
import { stem } from './stem.ts'
import { clausesOf, meaningOf } from './words.ts'

/** A meaning that words can share: of one set, in one subject, as said or as its reverse. */
export interface Meaning {
  readonly concept: string
  readonly topic: string
  readonly sign: 1 | -1
}

/** Words of one meaning, by their stems. */
const byWord = new Map<string, Meaning>()
/** Phrases, by their first stem, the longest first. */
const byPhrase = new Map<
  string,
  { readonly stems: readonly string[]; readonly meaning: Meaning }[]
>()

for (const [topic, lines] of Object.entries(sets)) {
  for (const [place, line] of lines.entries()) {
    for (const entry of line.split(', ')) read(entry, { topic, concept: `${topic}${place}` })
  }
}
for (const phrases of byPhrase.values()) phrases.sort((a, b) => b.stems.length - a.stems.length)

function read(entry: string, set: { readonly topic: string; readonly concept: string }): void {
  const sign = entry.startsWith('-') ? -1 : 1
  const stems = (clausesOf(entry.replace(/^-/, ''))[0] ?? []).map(stem)
  const meaning: Meaning = { ...set, sign }
  const [first] = stems
  if (first === undefined) return
  if (stems.length === 1) {
    // The first set that names a word has it; 'overheid' has the stem of 'over', and is left out.
    if (!byWord.has(first) && meaningOf(first) > 0) byWord.set(first, meaning)
  } else byPhrase.set(first, [...(byPhrase.get(first) ?? []), { stems, meaning }])
}

export function meaningOfStem(stem: string): Meaning | undefined {
  return byWord.get(stem)
}

/** The phrase that begins at a place in a clause of stems, and how many words it is long. */
export function phraseAt(
  stems: readonly string[],
  place: number,
): { readonly meaning: Meaning; readonly length: number } | undefined {
  const found = byPhrase
    .get(stems[place] ?? '')
    ?.find((phrase) => phrase.stems.every((stem, step) => stems[place + step] === stem))
  return found && { meaning: found.meaning, length: found.stems.length }
}

/** Every stem that the list knows, for taking compounds apart. */
export function knownStems(): Iterable<string> {
  return byWord.keys()
}
