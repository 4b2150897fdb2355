import type { Ballot } from '@stip/api'
import { get, post } from '../requests/ask.ts'
import { session } from './api.ts'

/** Whose ballot: of the person at this screen, or of somebody for whom they write. */
export interface WhoseBallot {
  readonly sessionId: string
  readonly questionId: string
  readonly for: string | undefined
}

function ballotOf({ sessionId, questionId, for: whose }: WhoseBallot): string {
  const as = whose === undefined ? 'participant' : 'scribe'
  return `${session(sessionId)}/questions/${encodeURIComponent(questionId)}/ballot?as=${as}`
}

/** What somebody answers to a question. The last that is sent counts, so it needs no key of its own. */
export const ballotApi = {
  read: (whose: WhoseBallot) =>
    get<Ballot>(
      ballotOf(whose) + (whose.for === undefined ? '' : `&for=${encodeURIComponent(whose.for)}`),
    ),
  /** Whoever sends it comes back by itself. */
  send: (whose: WhoseBallot, ballot: Ballot) =>
    post<Ballot>(ballotOf(whose), { ...ballot, for: whose.for }, whose.questionId, {
      isRepeated: false,
    }),
}
