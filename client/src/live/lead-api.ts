import type {
  ClientCommand,
  CommandAnswer,
  CreateSessionAnswer,
  CreateSessionBody,
  FormatSummary,
  LinksAnswer,
  Role,
} from '@stip/api'
import { session } from './api.ts'
import { get, limitMs, post } from './ask.ts'

/** What only who begins or leads a session asks. */
export const leadApi = {
  formats: () => get<readonly FormatSummary[]>('/api/formats'),
  createSession: (body: CreateSessionBody, key: string) =>
    post<CreateSessionAnswer>('/api/sessions', body, key),
  links: (sessionId: string) => get<LinksAnswer>(`${session(sessionId)}/links?as=facilitator`),
  renewLink: (sessionId: string, role: Role, key: string) =>
    post<LinksAnswer>(`${session(sessionId)}/links/renew?as=facilitator`, { role }, key),
  /** A merge reads and writes whole boards. */
  command: (sessionId: string, { command, seenRevision }: SeenCommand, key: string) =>
    post<CommandAnswer>(
      `${session(sessionId)}/commands?as=facilitator`,
      { key, seenRevision, command },
      key,
      { limitMs: limitMs.work },
    ),
}

export interface SeenCommand {
  readonly command: ClientCommand
  /** `sessionRevision` of the view on the screen. */
  readonly seenRevision: number
}
