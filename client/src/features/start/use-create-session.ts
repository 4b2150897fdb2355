import type { FormatSummary } from '@stip/api'
import { useCallback, useEffect, useState } from 'react'
import { leadApi } from '../../live/api/lead-api.ts'
import { askOnce } from '../../live/requests/intent.ts'

/** The draaiboeken there are, and making a session from one. */
export function useCreateSession(onCreated: (sessionId: string) => void): {
  readonly formats: readonly FormatSummary[] | undefined
  readonly problem: string | undefined
  readonly isBusy: boolean
  readonly create: (format: string, title: string, groupCount: number) => void
  /** Asks for the draaiboeken once more. */
  readonly retry: () => void
} {
  const [formats, setFormats] = useState<readonly FormatSummary[] | undefined>()
  const [problem, setProblem] = useState<string | undefined>()
  const [isBusy, setIsBusy] = useState(false)
  const load = useCallback(async () => {
    const answer = await leadApi.formats()
    setProblem(answer.ok ? undefined : answer.problem.message)
    if (answer.ok) setFormats(answer.value)
  }, [])
  useEffect(() => {
    const begin = async () => load()
    void begin()
  }, [load])
  const create = async (format: string, title: string, groupCount: number) => {
    setIsBusy(true)
    setProblem(undefined)
    const wanted = { format, title, groupCount }
    const answer = await askOnce('create-session', wanted, (key) =>
      leadApi.createSession(wanted, key),
    )
    setIsBusy(false)
    if (answer.ok) onCreated(answer.value.sessionId)
    else setProblem(answer.problem.message)
  }
  return {
    formats,
    problem,
    isBusy,
    create: (...choice) => void create(...choice),
    retry: () => void load(),
  }
}
