import type { FormatSummary } from '@stip/api'
import { useEffect, useState } from 'react'
import { api } from '../../live/api.ts'

/** The draaiboeken there are, and making a session from one. */
export function useCreateSession(onCreated: (sessionId: string) => void): {
  readonly formats: readonly FormatSummary[] | undefined
  readonly problem: string | undefined
  readonly isBusy: boolean
  readonly create: (format: string, title: string, groupCount: number) => void
} {
  const [formats, setFormats] = useState<readonly FormatSummary[] | undefined>()
  const [problem, setProblem] = useState<string | undefined>()
  const [isBusy, setIsBusy] = useState(false)
  useEffect(() => {
    void api.formats().then((answer) => {
      if (answer.ok) setFormats(answer.value)
      else setProblem(answer.problem.message)
    })
  }, [])
  const create = (format: string, title: string, groupCount: number) => {
    setIsBusy(true)
    setProblem(undefined)
    void api.createSession({ format, title, groupCount }).then((answer) => {
      setIsBusy(false)
      if (answer.ok) onCreated(answer.value.sessionId)
      else setProblem(answer.problem.message)
    })
  }
  return { formats, problem, isBusy, create }
}
