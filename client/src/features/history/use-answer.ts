import type { Problem } from '@stip/api'
import { useCallback, useEffect, useState } from 'react'
import type { Answer } from '../../live/api/api.ts'

/** What came of a question so far. */
export type Asked<Value> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'here'; readonly value: Value }

const waiting = { kind: 'waiting' } as const

/**
 * Asks the server when the question changes.
 *
 * @param ask - Undefined asks nothing. Must stay the same for as long as the question does.
 * @returns What came of it, and a way to ask again.
 */
export function useAnswer<Value>(
  ask: (() => Promise<Answer<Value>>) | undefined,
): readonly [Asked<Value>, () => void] {
  const [attempt, setAttempt] = useState(0)
  const [heard, setHeard] = useState<Heard<Value> | undefined>()
  useEffect(() => {
    if (ask === undefined) return undefined
    let isCurrent = true
    const hear = async (): Promise<void> => {
      const answer = await ask()
      if (!isCurrent) return
      const what: Asked<Value> = answer.ok
        ? { kind: 'here', value: answer.value }
        : { kind: 'failed', problem: answer.problem }
      setHeard({ ask, attempt, what })
    }
    void hear()
    return () => {
      isCurrent = false
    }
  }, [ask, attempt])
  const again = useCallback(() => setAttempt((count) => count + 1), [])
  const isAnswer = heard !== undefined && heard.ask === ask && heard.attempt === attempt
  return [isAnswer ? heard.what : waiting, again]
}

/** An answer, and to what. */
interface Heard<Value> {
  readonly ask: () => Promise<Answer<Value>>
  readonly attempt: number
  readonly what: Asked<Value>
}
