import type { ArchiveProblem } from '@stip/report/archive'
import type { Session } from '@stip/workshop'
import type { BoardId } from '@stip/primitives'
import type { KeptEvent } from '../sessions/session-log.ts'
import type { Failure } from '../storage/log/log-messages.ts'
import type { Brought } from '../storage/stores/brought.ts'

/** The document of a board in an archive. */
export interface OpenedBoard {
  readonly id: BoardId
  readonly update: Uint8Array
  readonly owners: readonly (readonly [client: number, owner: string])[]
}

/** What an archive holds, looked through and found good. */
export interface OpenedArchive {
  readonly session: Session
  readonly events: readonly KeptEvent[]
  readonly boards: readonly OpenedBoard[]
  /** Without versions of links: those are made here. */
  readonly brought: Omit<Brought, 'linkVersion'>
  /** In the order of `brought.images`. */
  readonly images: readonly Uint8Array[]
}

/** The thread of archives is asked to read one that lies in a file. */
export interface ArchiveQuestion {
  readonly id: number
  readonly path: string
}

export type ArchiveAnswer = { readonly id: number } & (
  | { readonly kind: 'opened'; readonly archive: OpenedArchive }
  | { readonly kind: 'refused'; readonly problem: ArchiveProblem }
  | { readonly kind: 'failed'; readonly failure: Failure }
)
