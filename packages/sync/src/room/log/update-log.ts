import type { BoardId } from '@stip/primitives'
import { parseUpdateMeta } from 'yjs'

/** One entry of the log as it is written: who sent it, and the Yjs update (v1 encoding). */
export interface LogEntry {
  /** Person, 'facilitator' or 'server'; for provenance, never shown in an anonymous step. */
  readonly author: string
  readonly update: Uint8Array
  /**
   * On what several authors wrote, a batch or the compacted beginning of a board: who owns each
   * Yjs client id that it uses first. `author` is then {@link MANY} and owns nothing.
   */
  readonly owners?: ReadonlyMap<number, string>
}

/** The author of an entry that several wrote; its `owners` say who. */
export const MANY = 'many'

/**
 * Append-only log of the updates of all boards. Implementations are held to
 * `describeUpdateLog` (update-log.contract.ts).
 */
export interface UpdateLog {
  /** Resolves when the entries are on disk, all of them or none; rejects when they are not. */
  append(boardId: BoardId, entries: readonly LogEntry[]): Promise<void>
  /**
   * Everything of a board, oldest first. A log may fold the oldest entries into one that brings a
   * document to the same state; that one names the owners of its client ids ({@link ownersOf}).
   * Rejects when the stored bytes are damaged.
   */
  read(boardId: BoardId): Promise<readonly LogEntry[]>
  /**
   * How often what is stored was replaced by something older (a backup that was put back). Copies
   * of an earlier generation do not fit any more. A log that leaves this out is always at 1.
   */
  generation?(boardId: BoardId): Promise<number>
  /**
   * What everything of a board comes to, replayed: how far every client is, and what was deleted (an
   * encoded snapshot of Yjs). Worked out where it holds up nobody; undefined when it cannot be. Asked
   * now and then, to find out whether log and board are still the same.
   */
  standing?(boardId: BoardId): Promise<Uint8Array | undefined>
  close(): Promise<void>
}

/**
 * Who owns which Yjs client id: the author of the first entry that holds something of it.
 *
 * @param known - Owners from before these entries.
 * @throws {Error} When an entry is no Yjs update.
 */
export function ownersOf(
  entries: readonly LogEntry[],
  known: ReadonlyMap<number, string> = new Map(),
): Map<number, string> {
  const owners = new Map(known)
  const own = (clientId: number, author: string): void => {
    if (!owners.has(clientId)) owners.set(clientId, author)
  }
  for (const { author, update, owners: named } of entries) {
    if (named === undefined) {
      for (const clientId of parseUpdateMeta(update).from.keys()) own(clientId, author)
    } else {
      for (const [clientId, owner] of named) own(clientId, owner)
    }
  }
  return owners
}
