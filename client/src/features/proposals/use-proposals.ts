import type { ProposalsAnswer } from '@stip/api'
import { useCallback } from 'react'
import { proposalApi } from '../../live/api/proposal-api.ts'
import { useAsked } from './use-asked.ts'
import type { Asked } from './use-asked.ts'

/** A card on the vision, as far as proposals go. */
interface ProposedCard {
  readonly id: string
  readonly text: string
}

/**
 * Follows what Stip proposes about the cards on the vision; asks again, calmly, when these say
 * something else.
 *
 * @param cards - As they stand on the screen; undefined while they are not known.
 */
export function useProposals(
  sessionId: string,
  cards: readonly ProposedCard[] | undefined,
): Asked<ProposalsAnswer> {
  const ask = useCallback(() => proposalApi.proposals(sessionId), [sessionId])
  const key =
    cards &&
    JSON.stringify([
      sessionId,
      cards.map(({ id, text }) => [id, text]).toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    ])
  return useAsked(ask, key)
}
