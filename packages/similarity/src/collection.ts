import { denialsIn, signsOfAll } from './dutch/polarity.ts'
import { actorsOf, sidesOf, turnsOf } from './dutch/reverse.ts'
import { clausesOf } from './dutch/words.ts'
import { zoneNamed } from './dutch/zones.ts'
import type { Zone } from './dutch/zones.ts'
import type { Embed, Note } from './note.ts'
import { termsOf } from './terms.ts'
import type { Term } from './terms.ts'
import { trigramsOf } from './trigrams.ts'
import type { Trigrams } from './trigrams.ts'

/** A word of a note with how much it says among these notes. */
export interface WeighedTerm extends Term {
  readonly worth: number
  /** Key → how much it says when two words meet by it: less than the word itself, when more notes have it. */
  readonly worths: ReadonlyMap<string, number>
}

/** A note taken apart, once, for all that compares it. */
export interface Entry {
  readonly note: Note
  readonly zone: Zone
  readonly terms: readonly WeighedTerm[]
  readonly worth: number
  readonly trigrams: Trigrams
  readonly sides: ReadonlySet<string>
  readonly actors: readonly string[]
  readonly turns: readonly string[]
  readonly denials: number
  /** Whether it says that something is needed: 'kan niet zonder'. */
  readonly isNeeded: boolean
  readonly place: readonly number[] | undefined
}

/** Notes that are compared with each other, in an order that does not depend on who gave them. */
export interface Collection {
  readonly entries: readonly Entry[]
  /** Key of a term → the places in `entries` of the notes that have it. */
  readonly index: ReadonlyMap<string, readonly number[]>
  /** Notes on other boards only; with one board, all. */
  readonly hasBoards: boolean
}

/** A key that more notes have than this is too common to find candidates by. */
const COMMON = 0.12
const ALWAYS_INDEXED = 12

export function collectionOf(notes: readonly Note[], embed?: Embed): Collection {
  const sorted = notes.toSorted((a, b) => compare(a.id, b.id) || compare(a.text, b.text))
  const apart = termsOf(sorted.map((note) => note.text))
  const counts = countsOf(apart)
  const zones = new Map(
    [...new Set(sorted.map(({ zone }) => zone))].map((name) => [name, zoneNamed(name)]),
  )
  const entries = sorted.map((note, place): Entry => {
    const terms = (apart[place] ?? []).map((term) => weighed(term, counts, sorted.length))
    const clauses = clausesOf(note.text)
    const words = clauses.flat()
    return {
      note,
      zone: zones.get(note.zone) ?? zoneNamed(note.zone),
      terms,
      sides: sidesOf(clauses, signsOfAll(clauses)),
      actors: actorsOf(words),
      turns: turnsOf(words),
      denials: denialsIn(clauses),
      isNeeded: /\bniet zonder\b/.test(words.join(' ')),
      worth: terms.reduce((sum, term) => sum + term.worth, 0),
      trigrams: trigramsOf(note.text),
      place: embed?.(note.text),
    }
  })
  return {
    entries,
    index: indexOf(entries),
    hasBoards: new Set(sorted.map((note) => note.board)).size > 1,
  }
}

/** Whether two notes are compared: what one group wrote twice, it can see for itself. */
export function mayMeet({ hasBoards }: Collection, one: Entry, other: Entry): boolean {
  return one !== other && (!hasBoards || one.note.board !== other.note.board)
}

function countsOf(apart: readonly (readonly Term[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const terms of apart) {
    const keys = new Set(terms.flatMap((term) => [...term.keys.keys()]))
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function weighed(term: Term, counts: ReadonlyMap<string, number>, total: number): WeighedTerm {
  const worths = new Map(
    [...term.keys.keys()].map((key) => [key, term.weight * rarity(key, counts, total)]),
  )
  const [worth = 0] = worths.values()
  return { ...term, worth, worths }
}

/** Inverse document frequency (K. Spärck Jones, 1972), from near 0 up to 1. */
function rarity(key: string, counts: ReadonlyMap<string, number>, total: number): number {
  const count = Math.max(2, counts.get(key) ?? 1)
  return Math.log(1 + total / count) / Math.log(1 + total / 2)
}

function indexOf(entries: readonly Entry[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>()
  for (const [place, { terms }] of entries.entries()) {
    for (const key of new Set(terms.flatMap((term) => [...term.keys.keys()]))) {
      const places = index.get(key)
      if (places === undefined) index.set(key, [place])
      else places.push(place)
    }
  }
  const most = Math.max(ALWAYS_INDEXED, entries.length * COMMON)
  for (const [key, places] of index) if (places.length > most) index.delete(key)
  return index
}

export function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
