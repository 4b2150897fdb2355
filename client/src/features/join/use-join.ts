import type { JoinBody, LookUpCodeAnswer } from '@stip/api'
import { normalizeJoinCode } from '@stip/workshop'
import { useCallback, useEffect, useState } from 'react'
import { api } from '../../live/api.ts'
import { readFragment } from '../../live/entrance.ts'

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

  const lookUp = useCallback((typed: string) => {
    setCode(typed)
    setIsBusy(true)
    setProblem(undefined)
    void api.lookUpCode(typed).then((answer) => {
      setIsBusy(false)
      if (answer.ok) setSession(answer.value)
      else setProblem(answer.problem.message)
    })
  }, [])

  useEffect(() => {
    if (codeOfAddress !== undefined) lookUp(codeOfAddress)
  }, [codeOfAddress, lookUp])

  const join = (name: string, background: JoinBody['background']) => {
    setIsBusy(true)
    setProblem(undefined)
    void api.join({ code, name, background }).then((answer) => {
      setIsBusy(false)
      if (answer.ok) onJoined(answer.value.sessionId)
      else setProblem(answer.problem.message)
    })
  }
  const cameWithCode = codeOfAddress !== undefined
  return { code, codeFromAddress, cameWithCode, session, isBusy, problem, lookUp, join }
}
