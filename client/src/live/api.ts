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
  Problem,
  Provenance,
  Role,
  SessionView,
} from '@stip/api'
import { nl } from '../texts/nl.ts'
import { newKey } from './keys.ts'

/** What came of a question to the server. `status` is 0 when the server was not reached. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly status: number; readonly problem: Problem }

export const api = {
  formats: () => ask<readonly FormatSummary[]>('GET', '/api/formats'),
  createSession: (body: CreateSessionBody) =>
    ask<CreateSessionAnswer>('POST', '/api/sessions', body),
  lookUpCode: (code: string) => ask<LookUpCodeAnswer>('POST', '/api/join/look-up', { code }),
  join: (body: JoinBody) => ask<JoinAnswer>('POST', '/api/join', body),
  myGrants: () => ask<MyGrants>('GET', '/api/me'),
  exchange: (sessionId: string, role: Role, secret: string) =>
    ask<{ role: Role }>('POST', `${session(sessionId)}/grants`, { role, secret }),
  leave: (sessionId: string) =>
    ask<undefined>('DELETE', `${session(sessionId)}/grants/participant`),
  view: (sessionId: string, role: Role) =>
    ask<SessionView>('GET', `${session(sessionId)}?as=${role}`),
  links: (sessionId: string) =>
    ask<LinksAnswer>('GET', `${session(sessionId)}/links?as=facilitator`),
  renewLink: (sessionId: string, role: Role) =>
    ask<LinksAnswer>('POST', `${session(sessionId)}/links/renew?as=facilitator`, { role }),
  /** Every press is a command of its own, known by a key, so that a repeat after a hiccup does nothing. */
  command: (sessionId: string, command: ClientCommand, seenRevision: number) =>
    ask<CommandAnswer>('POST', `${session(sessionId)}/commands?as=facilitator`, {
      key: newKey(),
      seenRevision,
      command,
    }),
  moments: (boardId: string, role: Role) =>
    ask<MomentsAnswer>('GET', `${board(boardId)}/moments?as=${role}`),
  momentRecords: (boardId: string, moment: number, role: Role) =>
    ask<MomentRecords>('GET', `${board(boardId)}/moments/${moment}?as=${role}`),
  provenance: (boardId: string, recordId: string, role: Role) =>
    ask<Provenance>(
      'GET',
      `${board(boardId)}/records/${encodeURIComponent(recordId)}/provenance?as=${role}`,
    ),
}

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

async function ask<Value>(method: string, path: string, body?: unknown): Promise<Answer<Value>> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
  } catch {
    // fetch throws only when the server was not reached; that is an answer too.
    return refusal(0, { code: 'STIP_NO_CONNECTION', message: nl.problems.noConnection })
  }
  const content: unknown = await response.json().catch(() => undefined)
  if (response.ok) return { ok: true, value: content as Value }
  return refusal(response.status, isProblem(content) ? content : unexplained)
}

const unexplained: Problem = { code: 'STIP_UNKNOWN', message: nl.problems.unknown }

function refusal(status: number, problem: Problem): Answer<never> {
  return { ok: false, status, problem }
}

function isProblem(content: unknown): content is Problem {
  return typeof content === 'object' && content !== null && 'message' in content
}
