import type { Problem, Role } from '@stip/api'
import { useEffect, useState } from 'react'
import { api } from './api/api.ts'
import { forgetSecret, secretOfAddress } from './entrance.ts'
import { newKey } from './requests/keys.ts'
import { pollEveryMs } from './reconnect.ts'

/**
 * Whether this device may look already: 'exchanging' while the secret of the link is handed in,
 * 'network-gone' while the server is not reached and we try again.
 */
export type GrantState =
  | { readonly kind: 'exchanging' }
  | { readonly kind: 'network-gone'; readonly problem: Problem }
  | { readonly kind: 'ready' }
  | { readonly kind: 'refused'; readonly problem: Problem }

/** Hands in the secret of a link, when this visit came with one. */
export function useGrant(sessionId: string, role: Role): GrantState {
  const [secret] = useState(secretOfAddress)
  const [state, setState] = useState<GrantState>(
    secret === undefined ? { kind: 'ready' } : { kind: 'exchanging' },
  )
  useEffect(() => {
    if (secret === undefined) return undefined
    // The secret itself is kept nowhere, so its key is as old as this screen.
    const key = newKey()
    let timer: ReturnType<typeof setTimeout> | undefined
    const handIn = async () => {
      const answer = await api.exchange(sessionId, { role, secret }, key)
      if (!answer.ok && isWorthAnotherTry(answer.status)) {
        setState({ kind: 'network-gone', problem: answer.problem })
        timer = setTimeout(() => void handIn(), pollEveryMs)
        return
      }
      forgetSecret()
      setState(answer.ok ? { kind: 'ready' } : { kind: 'refused', problem: answer.problem })
    }
    void handIn()
    return () => clearTimeout(timer)
  }, [sessionId, role, secret])
  return state
}

/** Not reached, too busy or broken: the secret may still be good. */
function isWorthAnotherTry(status: number): boolean {
  return status === 0 || status >= 429
}
