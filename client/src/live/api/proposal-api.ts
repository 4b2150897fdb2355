import type { ProposalsAnswer } from '@stip/api'
import { get, limitMs } from '../requests/ask.ts'
import { session } from './api.ts'

/** What Stip proposes about the cards on the vision; who follows it comes back by itself. */
export const proposalApi = {
  proposals: (sessionId: string) =>
    get<ProposalsAnswer>(`${session(sessionId)}/proposals?as=facilitator`, {
      limitMs: limitMs.work,
      isRepeated: false,
    }),
}
