import type { BoardId } from '@stip/primitives'

/** One entry of the log as it is written: who sent it, and the Yjs update (v1 encoding). */
export interface LogEntry {
  /** Person, 'facilitator' or 'server'; for provenance, never shown in an anonymous step. */
  readonly author: string
  readonly update: Uint8Array
}

/**
 * Append-only log of the updates of all boards. Implementations are held to
 * `describeUpdateLog` (update-log.contract.ts).
 */
export interface UpdateLog {
  /** Resolves when the entries are on disk, all of them or none; rejects when they are not. */
  append(boardId: BoardId, entries: readonly LogEntry[]): Promise<void>
  /** Every entry of a board, oldest first. Rejects when the stored bytes are damaged. */
  read(boardId: BoardId): Promise<readonly LogEntry[]>
  close(): Promise<void>
}
