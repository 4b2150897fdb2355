import type { MyNote, MyNotesAnswer, VerifyBody } from '@stip/api'
import { get, limitMs, post } from '../requests/ask.ts'
import { session } from './api.ts'

type Said = NonNullable<MyNote['statements'][number]['said']>

/** Where somebody's own notes are, and what they say of what was made from them. */
export const myNotesApi = {
  read: (sessionId: string) =>
    get<MyNotesAnswer>(`${session(sessionId)}/my-notes?as=participant`, {
      limitMs: limitMs.work,
    }),
  /** The last that is sent counts, so it needs no key of its own. */
  verify: (sessionId: string, said: VerifyBody) =>
    post<Said>(
      `${session(sessionId)}/my-notes/verify?as=participant`,
      said,
      `${said.statement} ${said.card}`,
    ),
}
