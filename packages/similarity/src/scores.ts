import { pairsToCompare } from './candidates.ts'
import { mayMeet } from './collection.ts'
import type { Collection, Entry } from './collection.ts'
import { featuresOf } from './features.ts'
import type { Features } from './features.ts'

/** Two notes and how sure it is, from 0 to 1, that they are the same. */
export interface Scored {
  readonly a: Entry
  readonly b: Entry
  readonly score: number
  readonly features: Features
}

/**
 * Logistic regression over the features, fitted on the train part of `data` only (4,000 steps of
 * gradient descent on pairs without a veto; README there). One is lower than it was fitted (2.71):
 * nearly all duplicates of the set are in one zone, and those of a room need not be.
 */
const WEIGHTS = {
  bias: -5.57,
  overlap: 2.64,
  contained: 3.02,
  letters: 1.96,
  words: 2.59,
  sameZone: 2,
  exact: 0.53,
  denied: 0.34,
  all: 1.09,
  spelled: 1.25,
} as const

/** How much it counts that neither has a better counterpart on the board of the other. */
const MUTUAL = 4

/** Every pair that may be the same, with its score; a pair with a veto is in it with score 0. */
export function scoresOf(collection: Collection): readonly Scored[] {
  const { entries } = collection
  const base = pairsToCompare(collection).flatMap(([one, other]) => {
    const [a, b] = [entries[one], entries[other]]
    if (a === undefined || b === undefined || !mayMeet(collection, a, b)) return []
    return { a, b, features: featuresOf(a, b) }
  })
  const first = base.map((pair) => ({ ...pair, score: likeness(pair.a, pair.b, pair.features) }))
  const best = new Map<Entry, Map<string, number>>()
  const note = (from: Entry, to: Entry, score: number): void => {
    const boards = best.get(from) ?? new Map<string, number>()
    best.set(from, boards.set(boardOf(to), Math.max(score, boards.get(boardOf(to)) ?? 0)))
  }
  for (const { a, b, score } of first) {
    note(a, b, score)
    note(b, a, score)
  }
  const share = (from: Entry, to: Entry, score: number): number =>
    score === 0 ? 0 : score / (best.get(from)?.get(boardOf(to)) ?? score)
  return first.map((pair) => {
    const { a, b, score } = pair
    return { ...pair, score: score * ((share(a, b, score) + share(b, a, score)) / 2) ** MUTUAL }
  })
}

/** How alike two notes are by themselves. */
function likeness(a: Entry, b: Entry, features: Features): number {
  if (features.veto !== undefined) return 0
  const { overlap, contained, letters, words, sameZone, exact, denied } = features
  const sum =
    WEIGHTS.bias +
    WEIGHTS.overlap * overlap +
    WEIGHTS.contained * contained +
    WEIGHTS.letters * letters +
    WEIGHTS.words * words +
    WEIGHTS.sameZone * sameZone +
    WEIGHTS.exact * exact +
    WEIGHTS.denied * denied +
    WEIGHTS.all * overlap * contained +
    WEIGHTS.spelled * Math.sqrt(letters) * overlap
  const lexical = 1 / (1 + Math.exp(-sum))
  return Math.max(lexical, meant(a, b))
}

/** From this cosine on an embedding says more than chance; at 1 it is sure. */
const MEANT_FROM = 0.6

/** How alike the places are that an embedding gives them, if there is one. */
function meant({ place: one }: Entry, { place: other }: Entry): number {
  if (one === undefined || other === undefined) return 0
  let product = 0
  for (const [axis, value] of one.entries()) product += value * (other[axis] ?? 0)
  const lengths = Math.hypot(...one) * Math.hypot(...other)
  return lengths === 0 ? 0 : Math.max(0, (product / lengths - MEANT_FROM) / (1 - MEANT_FROM))
}

function boardOf({ note }: Entry): string {
  return note.board ?? ''
}
