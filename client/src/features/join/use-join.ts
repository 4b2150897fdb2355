import type { JoinBody, LookUpCodeAnswer } from '@stip/api'
import { normalizeJoinCode } from '@stip/workshop'
import { useCallback, useEffect, useState } from 'react'
import { type Answer, api } from '../../live/api/api.ts'
import { readFragment } from '../../live/entrance.ts'
import { askOnce } from '../../live/requests/intent.ts'

export interface Join {
  readonly code: string
  /** What the address carried, also when it is no code; a person can repair it. */
  readonly codeFromAddress: string | undefined
  readonly cameWithCode: boolean
  readonly session: LookUpCodeAnswer | undefined
  readonly isBusy: boolean
  readonly problem: string | undefined
  readonly lookUp: (code: string) => void
  readonly join: (name: string, background: JoinBody['background']) => void
}

/** Finds the session of a code, and joins it. A code in the address is looked up by itself. */
export function useJoin(onJoined: (sessionId: string) => void): Join {
  const [codeFromAddress] = useState(() => readFragment(location.hash).code)
  const codeOfAddress = normalizeJoinCode(codeFromAddress ?? '')
  const [code, setCode] = useState(codeOfAddress ?? '')
  const [session, setSession] = useState<LookUpCodeAnswer | undefined>()
  const [isBusy, setIsBusy] = useState(codeOfAddress !== undefined)
  const [problem, setProblem] = useState<string | undefined>()

  const take = useCallback((answer: Answer<LookUpCodeAnswer>) => {
    setIsBusy(false)
    if (answer.ok) setSession(answer.value)
    else setProblem(answer.problem.message)
  }, [])

  useEffect(() => {
    if (codeOfAddress === undefined) return
    const find = async () => take(await lookUpCode(codeOfAddress))
    void find()
  }, [codeOfAddress, take])

  const lookUp = async (typed: string) => {
    setCode(typed)
    setIsBusy(true)
    setProblem(undefined)
    take(await lookUpCode(typed))
  }

  const join = async (name: string, background: JoinBody['background']) => {
    setIsBusy(true)
    setProblem(undefined)
    const who = { code, name, background }
    const answer = await askOnce('join', who, (key) => api.join(who, key))
    setIsBusy(false)
    if (answer.ok) onJoined(answer.value.sessionId)
    else setProblem(answer.problem.message)
  }
  return {
    code,
    codeFromAddress,
    cameWithCode: codeOfAddress !== undefined,
    session,
    isBusy,
    problem,
    lookUp: (typed) => void lookUp(typed),
    join: (...who) => void join(...who),
  }
}

function lookUpCode(code: string): Promise<Answer<LookUpCodeAnswer>> {
  return askOnce('look-up', code, (key) => api.lookUpCode(code, key))
}
