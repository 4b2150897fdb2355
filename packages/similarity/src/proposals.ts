import { clustersOf } from './clusters/cluster.ts'
import type { Cluster } from './clusters/cluster.ts'
import { vectorsOf } from './clusters/vectors.ts'
import { collectionOf } from './collection.ts'
import type { Embed, Note } from './note.ts'
import { comparisonOf, SUGGESTIONS } from './propose.ts'
import type { Proposal, Suggestion } from './propose.ts'
import { scoresOf } from './scores.ts'

/** All that is proposed about notes, as plain data. */
export interface Proposals {
  readonly pairs: readonly Proposal[]
  readonly opposites: readonly Proposal[]
  /** Of each note that has any; more than are shown, for when people say that some are not the same. */
  readonly suggestions: Readonly<Record<string, readonly Suggestion[]>>
  readonly clusters: readonly Cluster[]
}

export const noProposals: Proposals = {
  pairs: [],
  opposites: [],
  suggestions: {},
  clusters: [],
}

/** So many suggestions are kept ready for each note. */
const KEPT = 3 * SUGGESTIONS

/**
 * What the product, and `npm run propose`, propose about notes.
 *
 * @param k - How many groups; without it as many as seem fit.
 */
export function proposalsFor(notes: readonly Note[], embed?: Embed, k?: number): Proposals {
  const collection = collectionOf(notes, embed)
  const vectors = vectorsOf(collection.entries)
  const scored = scoresOf(collection, vectors)
  const { pairs, opposites, suggestions } = comparisonOf(scored, KEPT)
  return {
    pairs,
    opposites,
    suggestions: Object.fromEntries(suggestions),
    clusters: clustersOf(collection.entries, { vectors, scored }, k),
  }
}

/**
 * What is left to propose when people said of these pairs that they are not the same; with no more
 * suggestions than a note gets.
 */
export function withoutNotSame(
  { pairs, opposites, suggestions, clusters }: Proposals,
  notSame: readonly (readonly [string, string])[],
): Proposals {
  const said = new Set(notSame.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  const isOpen = (one: string, other: string): boolean => !said.has(`${one} ${other}`)
  return {
    pairs: pairs.filter(({ a, b }) => isOpen(a, b)),
    opposites: opposites.filter(({ a, b }) => isOpen(a, b)),
    suggestions: Object.fromEntries(
      Object.entries(suggestions).flatMap(([id, found]) => {
        const open = found.filter((other) => isOpen(id, other.id)).slice(0, SUGGESTIONS)
        return open.length === 0 ? [] : [[id, open]]
      }),
    ),
    clusters,
  }
}
