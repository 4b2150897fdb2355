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
    const load = async () => {
      const answer = await api.formats()
      if (answer.ok) setFormats(answer.value)
      else setProblem(answer.problem.message)
    }
    void load()
  }, [])
  const create = async (format: string, title: string, groupCount: number) => {
    setIsBusy(true)
    setProblem(undefined)
    const answer = await api.createSession({ format, title, groupCount })
    setIsBusy(false)
    if (answer.ok) onCreated(answer.value.sessionId)
    else setProblem(answer.problem.message)
  }
  return { formats, problem, isBusy, create: (...choice) => void create(...choice) }
}
