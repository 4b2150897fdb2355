import { collectionOf, compare } from './collection.ts'
import type { Embed, Note } from './note.ts'
import { reasonOf } from './reasons.ts'
import { scoresOf } from './scores.ts'
import type { Scored } from './scores.ts'

/** Two notes that may be the same; a person decides. */
export interface Proposal {
  readonly a: string
  readonly b: string
  readonly score: number
  readonly reason: string
}

/** Another note that may say the same as a note. */
export interface Suggestion {
  readonly id: string
  readonly score: number
  readonly reason: string
}

/** What notes have to do with each other, from one reading of them all. */
export interface Comparison {
  /** Of each pair the smaller id first; the surest pair first. */
  readonly pairs: readonly Proposal[]
  /** "Tegenovergesteld?": much the same words, with the reverse meaning. */
  readonly opposites: readonly Proposal[]
  /** The best of each note that has any, the surest first. */
  readonly suggestions: ReadonlyMap<string, readonly Suggestion[]>
}

/** From this score on two notes are proposed as the same. How it was chosen: `data/README.md`. */
export const THRESHOLD = 0.85
/** From this much overlap on a pair with a veto is worth showing. */
const OPPOSITE = 0.5
/** So many suggestions a note gets at most. */
export const SUGGESTIONS = 3

/** Where little else is known, how words are spelled says which suggestion comes first. */
const SPELLED = 0.2

export function compareNotes(notes: readonly Note[], embed?: Embed): Comparison {
  return comparisonOf(scoresOf(collectionOf(notes, embed)), SUGGESTIONS)
}

/**
 * What is proposed of pairs that have a score.
 *
 * @param most - So many suggestions for each note.
 */
export function comparisonOf(scored: readonly Scored[], most: number): Comparison {
  return {
    pairs: scored
      .filter(({ score }) => score >= THRESHOLD)
      .map((pair) => proposal(pair, pair.score))
      .toSorted(surestFirst),
    opposites: scored
      .filter(({ features }) => features.veto !== undefined && features.overlap >= OPPOSITE)
      .map((pair) => proposal(pair, pair.features.overlap))
      .toSorted(surestFirst),
    suggestions: suggestionsOf(scored, most),
  }
}

/** Pairs of notes that are proposed as the same: those on different boards, or all on one. */
export function proposePairs(notes: readonly Note[], embed?: Embed): readonly Proposal[] {
  return compareNotes(notes, embed).pairs
}

/** The notes that one note is most like, best first; at most three. */
export function suggestionsFor(
  note: Note,
  notes: readonly Note[],
  embed?: Embed,
): readonly Suggestion[] {
  const all = notes.some(({ id }) => id === note.id) ? notes : [...notes, note]
  return compareNotes(all, embed).suggestions.get(note.id) ?? []
}

function suggestionsOf(
  scored: readonly Scored[],
  most: number,
): ReadonlyMap<string, readonly Suggestion[]> {
  const found = new Map<string, Scored[]>()
  for (const pair of scored) {
    if (pair.promise === 0) continue
    for (const { note } of [pair.a, pair.b]) {
      const own = found.get(note.id)
      if (own === undefined) found.set(note.id, [pair])
      else own.push(pair)
    }
  }
  return new Map(
    [...found].map(([id, pairs]) => [
      id,
      pairs
        .map((pair) => ({
          id: pair.a.note.id === id ? pair.b.note.id : pair.a.note.id,
          score: Math.min(1, pair.promise + SPELLED * pair.features.letters),
          pair,
        }))
        .toSorted((x, y) => y.score - x.score || compare(x.id, y.id))
        .slice(0, most)
        .map((other) => ({
          id: other.id,
          score: rounded(other.score),
          reason: reasonOf(other.pair.features),
        })),
    ]),
  )
}

function proposal({ a, b, features }: Scored, score: number): Proposal {
  return { a: a.note.id, b: b.note.id, score: rounded(score), reason: reasonOf(features) }
}

function surestFirst(x: Proposal, y: Proposal): number {
  return y.score - x.score || compare(x.a, y.a) || compare(x.b, y.b)
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000
}
