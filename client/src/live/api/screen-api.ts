import type { ClaimScreenBody, GrantAnswer, OpenScreenAnswer, ScreenAnswer } from '@stip/api'
import { limitMs, post } from '../requests/ask.ts'
import { newKey } from '../requests/keys.ts'

/** A screen that waits asks every few seconds: nothing is repeated in between. */
const soon = { limitMs: limitMs.soon, isRepeated: false }

/** Questions of screens without a keyboard, and of who says what they are. */
export const screenApi = {
  open: () => post<OpenScreenAnswer>('/api/screens', {}, newKey(), soon),
  ask: (secret: string) => post<ScreenAnswer>('/api/screens/ask', { secret }, newKey(), soon),
  claim: (sessionId: string, body: ClaimScreenBody, key: string) =>
    post<GrantAnswer>(
      `/api/sessions/${encodeURIComponent(sessionId)}/screens?as=facilitator`,
      body,
      key,
    ),
}
