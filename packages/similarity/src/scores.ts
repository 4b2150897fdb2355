import { pairsToCompare } from './candidates.ts'
import { cosineBetween, vectorsOf } from './clusters/vectors.ts'
import type { Vectors } from './clusters/vectors.ts'
import { mayMeet } from './collection.ts'
import type { Collection, Entry } from './collection.ts'
import { featuresOf } from './features.ts'
import type { Features } from './features.ts'
import { chanceOf, contextOf, evidenceOf, weightsFor } from './likeness.ts'

/** Two notes and how sure it is, from 0 to 1, that they are the same. */
export interface Scored {
  readonly a: Entry
  readonly b: Entry
  /** 0 for a pair with a veto. */
  readonly score: number
  /** The same, but of two of which one offers what the other asks too: a person may lay them together. */
  readonly promise: number
  readonly features: Features
}

/**
 * Every pair that may be the same, with its score; a pair with a veto is in it with score 0.
 *
 * @param vectors - Where the notes are by their subjects, for who knows.
 */
export function scoresOf(collection: Collection, vectors?: Vectors): readonly Scored[] {
  const first = likenessesOf(collection, vectors)
  const best = new Ranks(first)
  const { among } = weightsFor(collection.entries.length)
  return first.map((pair) => {
    const { a, b, features } = pair
    if (!mayBeSuggested(features)) return { a, b, features, score: 0, promise: 0 }
    const context = contextOf(pair.likeness, best.of(a, b), features)
    const lexical = chanceOf(context, among)
    const promise = Math.max(lexical, meant(a, b))
    return { a, b, features, promise, score: features.veto === undefined ? promise : 0 }
  })
}

/** Two notes and how alike they are by themselves. */
export interface Likened {
  readonly a: Entry
  readonly b: Entry
  readonly features: Features
  readonly likeness: number
}

/** The first half of {@link scoresOf}: every pair that may be the same, by itself. */
export function likenessesOf(
  collection: Collection,
  vectors: Vectors = vectorsOf(collection.entries),
): readonly Likened[] {
  const { entries } = collection
  const subject = cosineBetween(vectors)
  const { alone } = weightsFor(entries.length)
  return pairsToCompare(collection).flatMap(([one, other]) => {
    const [a, b] = [entries[one], entries[other]]
    if (a === undefined || b === undefined || !mayMeet(collection, a, b)) return []
    const features = featuresOf(a, b, subject(one, other))
    const likeness = mayBeSuggested(features) ? chanceOf(evidenceOf(features), alone) : 0
    return { a, b, features, likeness }
  })
}

function mayBeSuggested({ veto }: Features): boolean {
  return veto === undefined || veto === 'offer'
}

/** The two best counterparts of every note on each board. */
export class Ranks {
  readonly #best = new Map<Entry, Map<string, [best: number, second: number]>>()

  constructor(pairs: readonly Likened[]) {
    for (const { a, b, likeness } of pairs) {
      this.#note(a, b, likeness)
      this.#note(b, a, likeness)
    }
  }

  /** Of each of two notes, on the board of the other. */
  of(a: Entry, b: Entry): readonly (readonly [best: number, second: number])[] {
    return [this.#at(a, b), this.#at(b, a)]
  }

  #at(from: Entry, to: Entry): readonly [number, number] {
    return this.#best.get(from)?.get(boardOf(to)) ?? [0, 0]
  }

  #note(from: Entry, to: Entry, likeness: number): void {
    const boards = this.#best.get(from) ?? new Map<string, [number, number]>()
    const [best, second] = boards.get(boardOf(to)) ?? [0, 0]
    const [one, two] = [Math.max(best, likeness), Math.max(Math.min(best, likeness), second)]
    this.#best.set(from, boards.set(boardOf(to), [one, two]))
  }
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
