import type { RehearsalAnswer } from '@stip/api'
import { get, limitMs, post, remove } from '../requests/ask.ts'

/** Questions about the invented evening of a session. */
export const rehearsalApi = {
  begin: (sessionId: string, key: string) =>
    post<RehearsalAnswer>(addressOf(sessionId), {}, key, { limitMs: limitMs.work }),
  /** Asked again every second. */
  howFar: (sessionId: string) =>
    get<RehearsalAnswer>(addressOf(sessionId), { limitMs: limitMs.soon, isRepeated: false }),
  stop: (sessionId: string) => remove<RehearsalAnswer>(addressOf(sessionId)),
}

function addressOf(sessionId: string): string {
  return `/api/sessions/${encodeURIComponent(sessionId)}/rehearsal?as=facilitator`
}
