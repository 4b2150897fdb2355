import type { Problem, Role } from '@stip/api'
import { useEffect, useState } from 'react'
import { api } from './api.ts'
import { forgetSecret, secretOfAddress } from './entrance.ts'

/** Whether this device may look already: 'exchanging' while the secret of the link is handed in. */
export type GrantState =
  | { readonly kind: 'exchanging' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'refused'; readonly problem: Problem }

/** Hands in the secret of a link, when this visit came with one. */
export function useGrant(sessionId: string, role: Role): GrantState {
  const [secret] = useState(secretOfAddress)
  const [state, setState] = useState<GrantState>(
    secret === undefined ? { kind: 'ready' } : { kind: 'exchanging' },
  )
  useEffect(() => {
    if (secret === undefined) return
    const handIn = async () => {
      const answer = await api.exchange(sessionId, role, secret)
      forgetSecret()
      setState(answer.ok ? { kind: 'ready' } : { kind: 'refused', problem: answer.problem })
    }
    void handIn()
  }, [sessionId, role, secret])
  return state
}
