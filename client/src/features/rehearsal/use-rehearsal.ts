import type { RehearsalAnswer } from '@stip/api'
import { useEffect, useState } from 'react'
import type { Answer } from '../../live/requests/ask.ts'
import { askPerPress } from '../../live/requests/per-press.ts'
import { rehearsalApi } from '../../live/api/rehearsal-api.ts'

/** How often is asked how far it is, in ms. */
const EVERY_MS = 1000

export interface Rehearsing {
  /** The last that the server said; undefined before that. */
  readonly answer: RehearsalAnswer | undefined
  readonly problem: string | undefined
  /** A button was pressed, and there is no answer yet. */
  readonly isBusy: boolean
  readonly begin: () => void
  readonly stop: () => void
}

/** The invented evening of a session: begins it, stops it, and knows how far it is. */
export function useRehearsal(sessionId: string, isPlaying: boolean): Rehearsing {
  const [answer, setAnswer] = useState<RehearsalAnswer | undefined>()
  const [problem, setProblem] = useState<string | undefined>()
  const [isBusy, setIsBusy] = useState(false)
  const take = (told: Answer<RehearsalAnswer>): void => {
    setProblem(told.ok ? undefined : told.problem.message)
    if (told.ok) setAnswer(told.value)
  }
  const press = async (ask: () => Promise<Answer<RehearsalAnswer>>): Promise<void> => {
    setIsBusy(true)
    take(await ask())
    setIsBusy(false)
  }
  useEffect(() => {
    let isGone = false
    const look = async (): Promise<void> => {
      const told = await rehearsalApi.howFar(sessionId)
      // What the network loses is asked again in a second.
      if (!isGone && told.ok) setAnswer(told.value)
    }
    void look()
    const timer = isPlaying ? setInterval(() => void look(), EVERY_MS) : undefined
    return () => {
      isGone = true
      clearInterval(timer)
    }
  }, [sessionId, isPlaying])
  return {
    answer,
    problem,
    isBusy,
    begin: () =>
      void press(() =>
        askPerPress('rehearsal', sessionId, (key) => rehearsalApi.begin(sessionId, key)),
      ),
    stop: () => void press(() => rehearsalApi.stop(sessionId)),
  }
}
