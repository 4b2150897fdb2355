import type {
  ClientCommand,
  CommandAnswer,
  CreateSessionAnswer,
  CreateSessionBody,
  FormatSummary,
  JoinAnswer,
  JoinBody,
  LinksAnswer,
  LookUpCodeAnswer,
  MomentRecords,
  MomentsAnswer,
  MyGrants,
  NoteAnswer,
  NoteBody,
  Provenance,
  Role,
  SessionView,
} from '@stip/api'
import { get, limitMs, post, remove } from './ask.ts'

export type { Answer } from './ask.ts'

/** Every question to the server. A `key` is that of what a person wants; see `intent.ts`. */
export const api = {
  formats: () => get<readonly FormatSummary[]>('/api/formats'),
  createSession: (body: CreateSessionBody, key: string) =>
    post<CreateSessionAnswer>('/api/sessions', body, key),
  lookUpCode: (code: string, key: string) =>
    post<LookUpCodeAnswer>('/api/join/look-up', { code }, key),
  join: (body: JoinBody, key: string) => post<JoinAnswer>('/api/join', body, key),
  myGrants: () => get<MyGrants>('/api/me'),
  exchange: (sessionId: string, { role, secret }: LinkSecret, key: string) =>
    post<{ role: Role }>(`${session(sessionId)}/grants`, { role, secret }, key),
  leave: (sessionId: string) => remove<undefined>(`${session(sessionId)}/grants/participant`),
  /** The feed comes back by itself. */
  view: (sessionId: string, role: Role) =>
    get<SessionView>(`${session(sessionId)}?as=${role}`, {
      limitMs: limitMs.soon,
      isRepeated: false,
    }),
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
  /** Its id is its key. Whoever sends it comes back by itself. */
  sendNote: (boardId: string, { id, zone, words }: NoteBody) =>
    post<NoteAnswer>(`${board(boardId)}/notes?as=participant`, { id, zone, words }, id, {
      isRepeated: false,
    }),
  moments: (boardId: string, role: Role) =>
    get<MomentsAnswer>(`${board(boardId)}/moments?as=${role}`, history),
  momentRecords: (boardId: string, moment: number, role: Role) =>
    get<MomentRecords>(`${board(boardId)}/moments/${moment}?as=${role}`, history),
  provenance: (boardId: string, recordId: string, role: Role) =>
    get<Provenance>(
      `${board(boardId)}/records/${encodeURIComponent(recordId)}/provenance?as=${role}`,
      history,
    ),
}

/** What a link carries behind its '#'. */
export interface LinkSecret {
  readonly role: Role
  readonly secret: string
}

export interface SeenCommand {
  readonly command: ClientCommand
  /** `sessionRevision` of the view on the screen. */
  readonly seenRevision: number
}

/** Reads whole boards as they were, in turn with others. */
const history = { limitMs: limitMs.long }

/** Address of a board as a file. */
export function exportUrl(boardId: string, format: 'tldr' | 'json' | 'csv', role: Role): string {
  return `/api/boards/${encodeURIComponent(boardId)}/export.${format}?as=${role}`
}

/** Address of the session's feed. */
export function feedUrl(sessionId: string, role: Role): string {
  return `${webSocketOrigin()}${session(sessionId)}/feed?as=${role}`
}

/** Address of the boards' WebSocket, without the board. */
export function syncUrl(): string {
  return `${webSocketOrigin()}/sync`
}

function webSocketOrigin(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}`
}

function board(boardId: string): string {
  return `/api/boards/${encodeURIComponent(boardId)}`
}

function session(sessionId: string): string {
  return `/api/sessions/${encodeURIComponent(sessionId)}`
}
