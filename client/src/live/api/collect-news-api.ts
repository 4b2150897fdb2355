import type { CollectNewsAnswer } from '@stip/api'
import { get, limitMs } from '../requests/ask.ts'
import { session } from './api.ts'

/** What groups made since the vision collected; who follows it comes back by itself. */
export const collectNewsApi = {
  news: (sessionId: string) =>
    get<CollectNewsAnswer>(`${session(sessionId)}/collect-news?as=facilitator`, {
      limitMs: limitMs.work,
      isRepeated: false,
    }),
}
