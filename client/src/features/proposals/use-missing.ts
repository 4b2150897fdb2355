import type { MissingAnswer } from '@stip/api'
import type { Vision } from '@stip/board'
import { useCallback, useMemo } from 'react'
import { proposalApi } from '../../live/api/proposal-api.ts'
import { useAsked } from './use-asked.ts'
import type { Asked } from './use-asked.ts'

/** Follows what on the boards of groups is in no statement; asks again, calmly, when the vision is another. */
export function useMissing(sessionId: string, { statements, cards }: Vision): Asked<MissingAnswer> {
  const ask = useCallback(() => proposalApi.missing(sessionId), [sessionId])
  const key = useMemo(
    () =>
      JSON.stringify([
        sessionId,
        statements.map(({ id, text, cards: behind }) => [id, text, behind.map((card) => card.id)]),
        cards.map(({ id, why, isTakenBack }) => [id, why, isTakenBack]),
      ]),
    [sessionId, statements, cards],
  )
  return useAsked(ask, key)
}
