import type {
  AgendaTexts,
  JoinAnswer,
  JoinBody,
  LookUpCodeAnswer,
  MyGrants,
  PartsMessage,
  Role,
} from '@stip/api'
import { get, limitMs, post, remove } from '../requests/ask.ts'

export type { Answer } from '../requests/ask.ts'

/** What nearly every screen asks the server; who leads, writes or looks back asks more. A `key` is that of what a person wants; see `intent.ts`. */
export const api = {
  lookUpCode: (code: string, key: string) =>
    post<LookUpCodeAnswer>('/api/join/look-up', { code }, key),
  join: (body: JoinBody, key: string) => post<JoinAnswer>('/api/join', body, key),
  myGrants: () => get<MyGrants>('/api/me'),
  exchange: (sessionId: string, { role, secret }: LinkSecret, key: string) =>
    post<{ role: Role }>(`${session(sessionId)}/grants`, { role, secret }, key),
  leave: (sessionId: string) => remove<undefined>(`${session(sessionId)}/grants/participant`),
  /** The feed comes back by itself. */
  parts: (sessionId: string, role: Role, has: string) =>
    get<readonly PartsMessage[]>(`${session(sessionId)}/parts?as=${role}&has=${has}`, {
      limitMs: limitMs.soon,
      isRepeated: false,
    }),
  agenda: (sessionId: string, role: Role, hash: string) =>
    get<AgendaTexts>(`${session(sessionId)}/agenda/${hash}?as=${role}`, {}, 'default'),
}

/** What a link carries behind its '#'. */
export interface LinkSecret {
  readonly role: Role
  readonly secret: string
}

/** Address of the session's feed, for a screen that has something of it. */
export function feedUrl(sessionId: string, role: Role, has: string): string {
  return `${webSocketOrigin()}${session(sessionId)}/feed?as=${role}&parts=1&has=${has}`
}

/** Address of the boards' WebSocket, without the board. */
export function syncUrl(): string {
  return `${webSocketOrigin()}/sync`
}

function webSocketOrigin(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}`
}

/** Where a board is asked for. */
export function board(boardId: string): string {
  return `/api/boards/${encodeURIComponent(boardId)}`
}

/** Where a session is asked for. */
export function session(sessionId: string): string {
  return `/api/sessions/${encodeURIComponent(sessionId)}`
}
