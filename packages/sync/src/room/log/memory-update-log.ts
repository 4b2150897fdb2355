import type { BoardId } from '@stip/primitives'
import type { LogEntry, UpdateLog } from './update-log.ts'

/** A log that forgets everything when the process ends: for tests and for trying things out. */
export class MemoryUpdateLog implements UpdateLog {
  readonly #boards = new Map<BoardId, LogEntry[]>()

  async append(boardId: BoardId, entries: readonly LogEntry[]): Promise<void> {
    const stored = this.#boards.get(boardId) ?? []
    stored.push(...entries.map(copied))
    this.#boards.set(boardId, stored)
  }

  async read(boardId: BoardId): Promise<readonly LogEntry[]> {
    return (this.#boards.get(boardId) ?? []).map(copied)
  }

  async close(): Promise<void> {
    this.#boards.clear()
  }
}

function copied(entry: LogEntry): LogEntry {
  return { ...entry, update: entry.update.slice() }
}
