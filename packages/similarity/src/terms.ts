import { partsOf } from './dutch/compounds.ts'
import { knownStems, meaningOfStem, phraseAt } from './dutch/lexicon.ts'
import type { Meaning } from './dutch/lexicon.ts'
import { signsOfAll } from './dutch/polarity.ts'
import { stem } from './dutch/stem.ts'
import { clausesOf, meaningOf } from './dutch/words.ts'
import { variantsIn } from './variants.ts'

/** One word (or phrase) of a note, with all by which it can meet a word of another note. */
export interface Term {
  readonly shown: string
  readonly sign: number
  /** How much it says by itself, before counting how many notes have it. */
  readonly weight: number
  /** Key → how sure it is: `w` a stem, `c` a meaning, `t` a subject. */
  readonly keys: ReadonlyMap<string, number>
}

/** How sure each way of meeting is; 1 is the very same word. */
const SURE = {
  part: 0.65,
  meaning: 0.8,
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
  readonly #keys = new Map<string, ReadonlyMap<string, number>>()

  constructor(words: readonly string[]) {
    const own = new Set(words.filter((word) => meaningOf(word) > 0).map(stem))
    const listed = new Set(knownStems())
    this.#known = new Set([...own, ...listed].filter((part) => part.length >= 3))
    const variants = variantsIn([...own], listed)
    this.#stems = new Map(words.map((word) => [word, this.#stemOf(word, variants)]))
  }

  termsOf(clauses: readonly (readonly string[])[]): readonly Term[] {
    const signs = signsOfAll(clauses)
    return clauses.flatMap((clause, place) => this.#ofClause(clause, signs[place] ?? []))
  }

  /** 'luistert' and 'geluisterd' are 'luister' when somebody, or the list, has that. */
  #stemOf(word: string, variants: ReadonlyMap<string, string>): string {
    const own = stem(word)
    if (meaningOf(word) === 0 || meaningOfStem(own) !== undefined) return own
    const verb = own.replace(/[td]$/, '')
    const tries = [verb, own.replace(/^ge/, ''), verb.replace(/^ge/, ''), verb.replace(/ge/, '')]
    const found = tries.find((form) => form !== own && form.length >= 5 && this.#known.has(form))
    return found ?? variants.get(own) ?? own
  }

  #ofClause(clause: readonly string[], signs: readonly number[]): Term[] {
    const stems = clause.map((word) => this.#stems.get(word) ?? stem(word))
    const raw = clause.map(stem)
    const terms: Term[] = []
    for (let place = 0; place < clause.length; place++) {
      const word = clause[place] ?? ''
      const phrase = phraseAt(raw, place) ?? phraseAt(stems, place)
      if (phrase !== undefined) {
        const shown = clause.slice(place, place + phrase.length).join(' ')
        terms.push(phraseTerm(shown, signs[place + phrase.length - 1] ?? 1, phrase.meaning))
        place += phrase.length - 1
        continue
      }
      const weight = meaningOf(word)
      if (weight === 0) continue
      const isDenied = this.#isDenied(word)
      const own = isDenied ? stem(word.slice(2)) : (stems[place] ?? word)
      const sign = (signs[place] ?? 1) * (isDenied ? -1 : (meaningOfStem(own)?.sign ?? 1))
      terms.push({ shown: word, sign, weight, keys: this.#keysOf(word, own) })
    }
    return terms
  }

  /** 'onduidelijk' is 'duidelijk' denied, when that is a word of its own here. */
  #isDenied(word: string): boolean {
    return word.length > 6 && word.startsWith('on') && this.#known.has(stem(word.slice(2)))
  }

  #keysOf(word: string, own: string): ReadonlyMap<string, number> {
    const kept = this.#keys.get(word)
    if (kept !== undefined) return kept
    const keys = new Map([[`w${own}`, 1]])
    const meaning = meaningOfStem(own)
    if (meaning !== undefined) {
      add(keys, `c${meaning.concept}`, SURE.meaning)
      add(keys, `t${meaning.topic}`, SURE.topic)
    }
    const parts = meaning === undefined ? partsOf(word, this.#known) : []
    for (const part of parts) {
      if (part === own) continue
      add(keys, `w${part}`, SURE.part)
      const its = meaningOfStem(part)
      if (its === undefined) continue
      add(keys, `c${its.concept}`, SURE.meaningOfPart)
      add(keys, `t${its.topic}`, SURE.topicOfPart)
    }
    this.#keys.set(word, keys)
    return keys
  }
}

function phraseTerm(shown: string, sign: number, meaning: Meaning): Term {
  const keys = new Map([
    [`w${shown}`, 1],
    [`c${meaning.concept}`, SURE.meaning],
    [`t${meaning.topic}`, SURE.topic],
  ])
  return { shown, sign: sign * meaning.sign, weight: 1, keys }
}

function add(keys: Map<string, number>, key: string, sure: number): void {
  keys.set(key, Math.max(sure, keys.get(key) ?? 0))
}
