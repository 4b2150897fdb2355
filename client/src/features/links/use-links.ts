import type { LinksAnswer, Role } from '@stip/api'
import { useCallback, useEffect, useState } from 'react'
import type { Answer } from '../../live/api/api.ts'
import { leadApi } from '../../live/api/lead-api.ts'
import { askOnce } from '../../live/requests/intent.ts'

export interface Links {
  readonly links: LinksAnswer | undefined
  /** Why there are none, or why the last renewal did not happen. */
  readonly problem: string | undefined
  readonly isBusy: boolean
  /** The link that was made anew last. */
  readonly renewed: Role | undefined
  readonly retry: () => void
  readonly renew: (role: Role) => void
}

/** The links of a session, and making one anew. */
export function useLinks(sessionId: string): Links {
  const [links, setLinks] = useState<LinksAnswer | undefined>()
  const [problem, setProblem] = useState<string | undefined>()
  const [isBusy, setIsBusy] = useState(true)
  const [renewed, setRenewed] = useState<Role | undefined>()
  const take = useCallback((answer: Answer<LinksAnswer>) => {
    setIsBusy(false)
    setProblem(answer.ok ? undefined : answer.problem.message)
    if (answer.ok) setLinks(answer.value)
    return answer.ok
  }, [])
  useEffect(() => {
    const load = async () => take(await leadApi.links(sessionId))
    void load()
  }, [sessionId, take])
  const retry = async () => {
    setIsBusy(true)
    take(await leadApi.links(sessionId))
  }
  const renew = async (role: Role) => {
    setIsBusy(true)
    const wanted = [sessionId, role]
    const answer = await askOnce('renew-link', wanted, (key) =>
      leadApi.renewLink(sessionId, role, key),
    )
    if (take(answer)) setRenewed(role)
  }
  return {
    links,
    problem,
    isBusy,
    renewed,
    retry: () => void retry(),
    renew: (role) => void renew(role),
  }
}
