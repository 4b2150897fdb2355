import { useCallback, useEffect, useRef, useState } from 'react'
import { proposalApi } from '../../live/api/proposal-api.ts'
import { nothingYet, ProposalReader } from './proposal-reader.ts'
import type { ProposalState } from './proposal-reader.ts'

/** A card on the vision, as far as proposals go. */
interface ProposedCard {
  readonly id: string
  readonly text: string
}

interface ShownProposals extends ProposalState {
  /** Asks now, for who saw that it failed. */
  readonly again: () => void
}

/**
 * Follows what Stip proposes about the cards on the vision; asks again, calmly, when these say
 * something else.
 *
 * @param cards - As they stand on the screen; undefined while they are not known.
 * @param decided - Other when people decided something about them, as that two are not the same.
 */
export function useProposals(
  sessionId: string,
  cards: readonly ProposedCard[] | undefined,
  decided: unknown = '',
): ShownProposals {
  const [state, setState] = useState(nothingYet)
  const reader = useRef<ProposalReader>(undefined)
  const key =
    cards &&
    JSON.stringify([
      sessionId,
      cards.map(({ id, text }) => [id, text]).toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
      decided,
    ])
  useEffect(() => {
    const reading = new ProposalReader({
      ask: () => proposalApi.proposals(sessionId),
      wait: (ms, then) => {
        const timer = setTimeout(then, ms)
        return () => clearTimeout(timer)
      },
      tell: setState,
    })
    reader.current = reading
    return () => reading.close()
  }, [sessionId])
  useEffect(() => reader.current?.changed(key), [key])
  const again = useCallback(() => reader.current?.again(), [])
  return { ...state, again }
}
