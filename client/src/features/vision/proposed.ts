import type { Vision } from '@stip/board'

/** Two cards that may say the same, or the reverse, and why the program thinks so. */
export interface ProposedPair {
  readonly a: string
  readonly b: string
  readonly reason: string
}

/** What is proposed about the cards on the vision; people decide. */
export interface Proposed {
  readonly pairs: readonly ProposedPair[]
  readonly opposites: readonly ProposedPair[]
  readonly suggestions: Readonly<
    Record<string, readonly { readonly id: string; readonly reason: string }[]>
  >
  readonly clusters: readonly { readonly name: string; readonly cards: readonly string[] }[]
}

type IsNotSame = (one: string, other: string) => boolean

/** Pairs about which nobody decided yet, of cards that are there: once for what lies together. */
export function openPairs(
  pairs: readonly ProposedPair[],
  vision: Vision,
  isNotSame: IsNotSame,
): readonly ProposedPair[] {
  const pileOf = pilesByCard(vision)
  const seen = new Set<string>()
  return pairs.filter(({ a, b }) => {
    const [one, other] = [pileOf.get(a), pileOf.get(b)]
    if (one === undefined || other === undefined || one === other || isNotSame(a, b)) return false
    const key = [one, other].toSorted().join(' ')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** What a card is most like, of what does not lie with it: at most three. */
export function suggestionsOf(
  card: string,
  { suggestions }: Proposed,
  vision: Vision,
  isNotSame: IsNotSame,
): readonly { readonly id: string; readonly words: string; readonly reason: string }[] {
  const pileOf = pilesByCard(vision)
  return (suggestions[card] ?? [])
    .filter(({ id }) => pileOf.has(id) && pileOf.get(id) !== pileOf.get(card))
    .filter(({ id }) => !isNotSame(card, id))
    .slice(0, 3)
    .map(({ id, reason }) => {
      const words = vision.cards.find((each) => each.id === id)?.words ?? ''
      return { id, words, reason }
    })
}

/** Clusters of which no card is in one yet, with two piles or more. */
export function openClusters(
  { clusters }: Proposed,
  vision: Vision,
): readonly { readonly name: string; readonly cards: readonly string[] }[] {
  const loose = new Map(
    [...vision.shared, ...vision.unique].flatMap(({ id, cards }) =>
      cards.map((card) => [card.id, id] as const),
    ),
  )
  return clusters
    .map(({ name, cards }) => ({ name, cards: cards.filter((card) => loose.has(card)) }))
    .filter(({ cards }) => new Set(cards.map((card) => loose.get(card))).size > 1)
}

function pilesByCard({ shared, unique, clusters }: Vision): ReadonlyMap<string, string> {
  const piles = [...shared, ...unique, ...clusters.flatMap((cluster) => cluster.piles)]
  return new Map(piles.flatMap(({ id, cards }) => cards.map((card) => [card.id, id] as const)))
}
