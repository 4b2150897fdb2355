import type {
  CreateSessionAnswer,
  CreateSessionBody,
  FormatSummary,
  LinksAnswer,
  Role,
} from '@stip/api'
import { session } from './api.ts'
import { get, post } from '../requests/ask.ts'

/** What only who begins or leads a session asks. */
export const leadApi = {
  formats: () => get<readonly FormatSummary[]>('/api/formats'),
  createSession: (body: CreateSessionBody, key: string) =>
    post<CreateSessionAnswer>('/api/sessions', body, key),
  links: (sessionId: string) => get<LinksAnswer>(`${session(sessionId)}/links?as=facilitator`),
  renewLink: (sessionId: string, role: Role, key: string) =>
    post<LinksAnswer>(`${session(sessionId)}/links/renew?as=facilitator`, { role }, key),
}
