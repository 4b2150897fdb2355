import { partsOf } from './dutch/compounds.ts'
import { knownStems, meaningsOfStem, stemsOfPhrases } from './dutch/lexicon.ts'
import type { Meaning } from './dutch/lexicon.ts'
import { withJoinedVerbs } from './dutch/particles.ts'
import { phraseAt } from './dutch/phrases.ts'
import { isDenying, signsOf, signsOfAll } from './dutch/polarity.ts'
import { stem } from './dutch/stem.ts'
import { clausesOf, meaningOf } from './dutch/words.ts'
import { variantsIn } from './variants.ts'

/** One word (or phrase) of a note, with all by which it can meet a word of another note. */
export interface Term {
  readonly shown: string
  readonly sign: number
  /** How much it says by itself, before counting how many notes have it. */
  readonly weight: number
  /** Key → how sure it is, below 0 when it says the reverse: `w` a stem, `c` a meaning, `t` a subject. */
  readonly keys: ReadonlyMap<string, number>
}

/** How sure each way of meeting is; 1 is the very same word. */
const SURE = {
  part: 0.65,
  meaning: 0.8,
  loose: 0.45,
  meaningOfPart: 0.6,
  topic: 0.2,
  topicOfPart: 0.15,
} as const

/** Takes every text apart against the words of all of them. */
export function termsOf(texts: readonly string[]): readonly (readonly Term[])[] {
  const clauses = texts.map(clausesOf)
  const words = [...new Set(clauses.flat(2))].toSorted()
  const reader = new Reader(words)
  return clauses.map((clauses) => reader.termsOf(clauses))
}

class Reader {
  readonly #stems: ReadonlyMap<string, string>
  readonly #known: ReadonlySet<string>
  /** What a verb may become together with what stands apart from it. */
  readonly #joinable: ReadonlySet<string>
  readonly #keys = new Map<string, ReadonlyMap<string, number>>()

  constructor(words: readonly string[]) {
    const own = new Set(words.filter((word) => meaningOf(word) > 0).map(stem))
    this.#known = new Set([...own, ...knownStems].filter((part) => part.length >= 3))
    this.#joinable = new Set([...own, ...knownStems, ...stemsOfPhrases])
    const variants = variantsIn([...own], knownStems)
    this.#stems = new Map(words.map((word) => [word, this.#stemOf(word, variants)]))
  }

  termsOf(clauses: readonly (readonly string[])[]): readonly Term[] {
    const signs = signsOfAll(clauses)
    return clauses.flatMap((clause, place) => this.#ofClause(clause, signs[place] ?? []))
  }

  /** 'luistert' and 'geluisterd' are 'luister' when somebody, or the list, has that. */
  #stemOf(word: string, variants: ReadonlyMap<string, string>): string {
    const own = stem(word)
    if (meaningOf(word) === 0 || meaningsOfStem(own).length > 0) return own
    const verb = own.replace(/[td]$/, '')
    const tries = [verb, own.replace(/^ge/, ''), verb.replace(/^ge/, ''), verb.replace(/ge/, '')]
    const found = tries.find((form) => form !== own && form.length >= 5 && this.#known.has(form))
    return found ?? variants.get(own) ?? own
  }

  #ofClause(written: readonly string[], signs: readonly number[]): Term[] {
    const inPhrases = this.#inPhrases(written)
    const placed = withJoinedVerbs(
      written.map((word, at) => (inPhrases.has(at) ? '' : word)),
      (word) => this.#joinable.has(word),
    ).map((one) => (one.word === '' ? { ...one, word: written[one.place] ?? '' } : one))
    const clause = placed.map(({ word }) => word)
    const raw = placed.map(({ word, stem: joined }) => joined ?? stem(word))
    const stems = placed.map((one, at) => one.stem ?? this.#stems.get(one.word) ?? raw[at] ?? '')
    const terms: Term[] = []
    const used = new Set<number>()
    for (const [at, { word, place, stem: joined }] of placed.entries()) {
      if (used.has(at)) continue
      const phrase = phraseAt(raw, at, clause) ?? phraseAt(stems, at, clause)
      if (phrase !== undefined && phrase.places.every((one) => !used.has(one))) {
        for (const one of phrase.places) used.add(one)
        const places = phrase.places.map((one) => placed[one]?.place ?? 0)
        const words = phrase.places.map((one) => clause[one] ?? '')
        const parts = phrase.places
          .filter((one) => meaningOf(clause[one] ?? '') === 1)
          .map((one) => stems[one] ?? '')
        const sign = signOfPhrase(written, places, signs)
        terms.push(phraseTerm(words.join(' '), sign, phrase.meanings, parts))
        continue
      }
      const weight = joined === undefined ? meaningOf(word) : 1
      if (weight === 0) continue
      const isDenied = this.#isDenied(word)
      const own = isDenied ? stem(word.slice(2)) : (stems[at] ?? word)
      const sign = (signs[place] ?? 1) * (isDenied ? -1 : 1)
      terms.push({ shown: word, sign, weight, keys: this.#keysOf(word, own) })
    }
    return terms
  }

  /** The places of what is a phrase as it stands: 'de wijk in' leaves no 'in' for 'komen'. */
  #inPhrases(written: readonly string[]): ReadonlySet<number> {
    const raw = written.map(stem)
    const taken = new Set<number>()
    for (const at of written.keys()) {
      if (taken.has(at)) continue
      for (const place of phraseAt(raw, at, written)?.places ?? []) taken.add(place)
    }
    return taken
  }

  /** 'onduidelijk' is 'duidelijk' denied, when that is a word of its own here. */
  #isDenied(word: string): boolean {
    return word.length > 6 && word.startsWith('on') && this.#known.has(stem(word.slice(2)))
  }

  #keysOf(word: string, own: string): ReadonlyMap<string, number> {
    const kept = this.#keys.get(word)
    if (kept !== undefined) return kept
    const keys = new Map([[`w${own}`, 1]])
    const meanings = meaningsOfStem(own)
    for (const meaning of meanings) addMeaning(keys, meaning, SURE.meaning, SURE.topic)
    const parts = meanings.length === 0 ? partsOf(word, this.#known) : []
    for (const part of parts) {
      if (part === own) continue
      add(keys, `w${part}`, SURE.part)
      for (const its of meaningsOfStem(part)) {
        addMeaning(keys, its, SURE.meaningOfPart, SURE.topicOfPart)
      }
    }
    this.#keys.set(word, keys)
    return keys
  }
}

/** What a phrase denies by itself ('kan niet') is part of what it means. */
function signOfPhrase(
  clause: readonly string[],
  places: readonly number[],
  signs: readonly number[],
): number {
  const last = places.at(-1) ?? 0
  if (!places.some((at) => isDenying(clause[at] ?? ''))) return signs[last] ?? 1
  return signsOf(clause.map((word, at) => (places.includes(at) ? '' : word)))[last] ?? 1
}

/** @param parts - The stems of its words that say something by themselves. */
function phraseTerm(
  shown: string,
  sign: number,
  meanings: readonly Meaning[],
  parts: readonly string[],
): Term {
  const keys = new Map([[`w${shown}`, 1]])
  for (const part of parts) add(keys, `w${part}`, SURE.part)
  for (const meaning of meanings) addMeaning(keys, meaning, SURE.meaning, SURE.topic)
  return { shown, sign, weight: 1, keys }
}

function addMeaning(
  keys: Map<string, number>,
  { concept, topic, sign, isLoose }: Meaning,
  sure: number,
  ofTopic: number,
): void {
  add(keys, `c${concept}`, sign * (isLoose ? Math.min(SURE.loose, sure) : sure))
  add(keys, `t${topic}`, ofTopic)
}

function add(keys: Map<string, number>, key: string, sure: number): void {
  if (Math.abs(sure) > Math.abs(keys.get(key) ?? 0)) keys.set(key, sure)
}
