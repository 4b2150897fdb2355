import type { Vision, VisionPile } from '@stip/board'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'

/** Which piles somebody chose, to do something with all of them. */
export interface ChosenPiles {
  readonly piles: readonly VisionPile[]
  /** The cards on all of them. */
  readonly cards: readonly string[]
  readonly has: (pile: VisionPile) => boolean
  readonly toggle: (pile: VisionPile) => void
  readonly clear: () => void
}

/**
 * Remembers what was chosen by its cards: a pile that got another first card stays chosen. Who did
 * something with what was chosen, goes on from where that lies now: what was pressed is away.
 */
export function useChosenPiles(vision: Vision): ChosenPiles {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<readonly string[]>([])
  useLayoutEffect(() => {
    if (chosen.size > 0 || last.current.length === 0) return
    const box = boxOf(last.current)
    const { activeElement, body } = document
    if (activeElement === body) box?.focus({ preventScroll: true })
    else if (activeElement !== box) last.current = []
  })
  return useMemo(() => {
    const has = ({ cards }: VisionPile): boolean => cards.some(({ id }) => chosen.has(id))
    const piles = allPiles(vision).filter(has)
    return {
      piles,
      cards: piles.flatMap(cardIds),
      has,
      toggle: (pile) => {
        last.current = cardIds(pile)
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

/** Where the pile is chosen on which one of these cards lies. */
function boxOf(cards: readonly string[]): HTMLElement | undefined {
  const boxes = [...document.querySelectorAll<HTMLElement>('[data-pile]')]
  return boxes.find(({ dataset }) =>
    dataset['pile']?.split(' ').some((card) => cards.includes(card)),
  )
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
