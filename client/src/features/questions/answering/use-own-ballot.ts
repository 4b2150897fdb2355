import { useEffect, useSyncExternalStore } from 'react'
import { ballotApi, type WhoseBallot } from '../../../live/api/ballot-api.ts'
import { type BallotMoment, OwnBallot } from './own-ballot.ts'

const ballots = new Map<string, OwnBallot>()

/** What somebody answers at this screen. One for all that show it. */
export function useOwnBallot(whose: WhoseBallot): {
  readonly own: OwnBallot
  readonly moment: BallotMoment
} {
  const own = ballotOf(whose)
  const moment = useSyncExternalStore(own.subscribe, () => own.moment)
  useEffect(() => {
    void own.read()
    addEventListener('online', own.sendNow)
    return () => removeEventListener('online', own.sendNow)
  }, [own])
  return { own, moment }
}

/** What was typed at this screen for a question and never sent, also in the name of somebody else. */
export function unsentWords(sessionId: string, questionId: string): readonly string[] {
  const own = [...ballots].filter(([name]) => name.startsWith(`${sessionId} ${questionId} `))
  return own.flatMap(([, { unsent }]) => [...unsent.values()])
}

function ballotOf(whose: WhoseBallot): OwnBallot {
  const name = `${whose.sessionId} ${whose.questionId} ${whose.for ?? ''}`
  const known = ballots.get(name)
  if (known !== undefined) return known
  const own = new OwnBallot({
    read: () => ballotApi.read(whose),
    send: (ballot) => ballotApi.send(whose, ballot),
    wait: (ms, then) => {
      const timer = setTimeout(then, ms)
      return () => clearTimeout(timer)
    },
  })
  ballots.set(name, own)
  return own
}
