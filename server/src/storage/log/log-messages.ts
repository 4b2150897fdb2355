import type { BoardId, SessionId } from '@stip/primitives'
import type { LogEntry } from '@stip/sync/update-log'
import {
  RevisionTakenError,
  SessionsDamagedError,
  SessionUnreadableError,
  UpdateLogDamagedError,
  UpdateLogLostError,
} from '../../errors.ts'
import type { StoreCall } from '../tables/tables.ts'
import type { Repairs } from './replay.ts'
import type { Snapshot } from './snapshots.ts'

/** What the thread of the log is asked; each is answered once, with the same id. */
export type LogQuestion = { readonly id: number } & (
  | { readonly kind: 'append'; readonly boardId: BoardId; readonly entries: readonly LogEntry[] }
  | { readonly kind: 'read'; readonly boardId: BoardId }
  /** How many entries a board has. */
  | { readonly kind: 'count'; readonly boardId: BoardId }
  | { readonly kind: 'add-snapshot'; readonly boardId: BoardId; readonly snapshot: Snapshot }
  | { readonly kind: 'discard'; readonly boardId: BoardId }
  | { readonly kind: 'close' }
)

/** What the tables of sessions are asked, which the same thread keeps. Answered in this order. */
export interface StoresQuestion {
  readonly kind: 'stores'
  readonly calls: readonly (StoreCall & { readonly id: number })[]
}

/** That every row was looked at, so that none need be when it is read. */
export interface CheckedNews {
  readonly kind: 'checked'
}

/** What a store answers, with the id of the call. */
export type StoreAnswer = { readonly id: number } & (
  | { readonly value: unknown }
  | { readonly failure: Failure }
)

/** What the thread of the log says. */
export type LogAnswer =
  | { readonly kind: 'opened'; readonly generation: number; readonly repairs: Repairs }
  | { readonly kind: 'not-opened'; readonly failure: Failure }
  | { readonly kind: 'done'; readonly ids: readonly number[] }
  | {
      readonly kind: 'read'
      readonly id: number
      readonly entries: readonly LogEntry[]
      /** How many entries that is, before the first ones were folded together. */
      readonly count: number
    }
  | { readonly kind: 'count'; readonly id: number; readonly count: number }
  | { readonly kind: 'failed'; readonly ids: readonly number[]; readonly failure: Failure }
  | { readonly kind: 'stores'; readonly answers: readonly StoreAnswer[] }
  /** A board has a long tail: high time for a snapshot. */
  | { readonly kind: 'grown'; readonly boardId: BoardId }

/** An error as it crosses from one thread to another, where classes get lost. */
export interface Failure {
  readonly message: string
  readonly code: string | undefined
  readonly errcode: number | undefined
  readonly damaged?: { readonly boardId: BoardId; readonly seq: number | undefined }
  readonly lost?: number
  readonly sessionsDamaged?: string
  readonly sessionUnreadable?: string
  readonly revisionTaken?: { readonly sessionId: SessionId; readonly revision: number }
}

export function failureOf(error: unknown): Failure {
  const facts = error instanceof Error ? error : new Error(String(error))
  return {
    message: facts.message,
    code: 'code' in facts ? String(facts.code) : undefined,
    errcode: 'errcode' in facts ? Number(facts.errcode) : undefined,
    ...(error instanceof UpdateLogDamagedError && {
      damaged: { boardId: error.boardId, seq: error.seq },
    }),
    ...(error instanceof UpdateLogLostError && { lost: error.lost }),
    ...(error instanceof SessionsDamagedError && { sessionsDamaged: error.detail }),
    ...(error instanceof SessionUnreadableError && { sessionUnreadable: error.why }),
    ...(error instanceof RevisionTakenError && {
      revisionTaken: { sessionId: error.sessionId, revision: error.revision },
    }),
  }
}

/** The error again, with its class where a caller looks at that. */
export function errorOf(failure: Failure): Error {
  const { damaged, lost, sessionsDamaged, sessionUnreadable, revisionTaken } = failure
  if (damaged !== undefined) return new UpdateLogDamagedError(damaged.boardId, damaged.seq)
  if (lost !== undefined) return new UpdateLogLostError(lost)
  if (sessionsDamaged !== undefined) return new SessionsDamagedError(sessionsDamaged)
  if (sessionUnreadable !== undefined) return new SessionUnreadableError(sessionUnreadable)
  if (revisionTaken !== undefined) {
    return new RevisionTakenError(revisionTaken.sessionId, revisionTaken.revision)
  }
  const { message, code, errcode } = failure
  return Object.assign(new Error(message), { code, errcode })
}
