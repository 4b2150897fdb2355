import type { Vision, VisionPile } from '@stip/board'
import { useMemo, useState } from 'react'

/** Which piles somebody chose, to do something with all of them. */
export interface ChosenPiles {
  readonly piles: readonly VisionPile[]
  /** The cards on all of them. */
  readonly cards: readonly string[]
  readonly has: (pile: VisionPile) => boolean
  readonly toggle: (pile: VisionPile) => void
  readonly clear: () => void
}

/** Remembers what was chosen by its cards: a pile that got another first card stays chosen. */
export function useChosenPiles(vision: Vision): ChosenPiles {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  return useMemo(() => {
    const has = ({ cards }: VisionPile): boolean => cards.some(({ id }) => chosen.has(id))
    const piles = allPiles(vision).filter(has)
    return {
      piles,
      cards: piles.flatMap(cardIds),
      has,
      toggle: (pile) => {
        const next = new Set(chosen)
        for (const id of cardIds(pile)) {
          if (has(pile)) next.delete(id)
          else next.add(id)
        }
        setChosen(next)
      },
      clear: () => setChosen(new Set()),
    }
  }, [vision, chosen])
}

function allPiles({ clusters, shared, unique }: Vision): readonly VisionPile[] {
  return [...shared, ...unique, ...clusters.flatMap(({ piles }) => piles)]
}

/** The cards of a pile, by their ids. */
export function cardIds({ cards }: VisionPile): readonly string[] {
  return cards.map(({ id }) => id)
}

/** What a pile says, in a few words for who hears it. */
export function wordsOf({ cards }: VisionPile): string {
  return cards.map(({ words }) => words).join(' / ')
}
