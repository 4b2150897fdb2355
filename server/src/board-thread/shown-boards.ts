import type { StoredRecord } from '@stip/board'
import { readBoard, storedAsShown } from '@stip/documents'
import type { BoardId } from '@stip/primitives'
import { openBoard, versionNow, versionOf } from './board-on-disk.ts'
import type { BoardsOnDisk } from './board-on-disk.ts'

/** Records that are kept in memory; a full evening has some thousands. */
const MOST_RECORDS = 20_000

interface Kept {
  readonly version: string
  readonly records: readonly StoredRecord[]
}

/**
 * Boards as people see them, read once for as long as nobody writes on them: a merge reads the boards of
 * the groups for the vision and for what lies beside each other, and the console asks what is new. What
 * is kept leaves the memory with the thread.
 */
export class ShownBoards {
  readonly #kept = new Map<BoardId, Kept>()

  /**
   * What stands on a board; nobody may change it.
   *
   * @throws {UpdateLogDamagedError} When what is stored is not what was written.
   */
  of(database: BoardsOnDisk, boardId: BoardId): readonly StoredRecord[] {
    const version = versionNow(database, boardId)
    const known = this.#kept.get(boardId)
    if (known !== undefined && known.version === version) return known.records
    this.#kept.delete(boardId)
    const { doc, head } = openBoard(database, boardId)
    const records = storedAsShown(readBoard(doc))
    doc.destroy()
    this.#keep(boardId, { version: versionOf(head), records })
    return records
  }

  /** The oldest gives way. */
  #keep(boardId: BoardId, fresh: Kept): void {
    this.#kept.set(boardId, fresh)
    let total = 0
    for (const { records } of this.#kept.values()) total += records.length
    for (const [oldest, { records }] of this.#kept) {
      if (total <= MOST_RECORDS) return
      this.#kept.delete(oldest)
      total -= records.length
    }
  }
}
