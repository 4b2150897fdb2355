import type { MissingAnswer, ProposalsAnswer } from '@stip/api'
import { get, limitMs } from '../requests/ask.ts'
import { session } from './api.ts'

/** What Stip proposes about the cards on the vision; who follows it comes back by itself. */
export const proposalApi = {
  proposals: (sessionId: string) =>
    get<ProposalsAnswer>(`${session(sessionId)}/proposals?as=facilitator`, {
      limitMs: limitMs.work,
      isRepeated: false,
    }),
  /** What groups wrote and is in no statement. */
  missing: (sessionId: string) =>
    get<MissingAnswer>(`${session(sessionId)}/missing?as=facilitator`, {
      limitMs: limitMs.work,
      isRepeated: false,
    }),
}
