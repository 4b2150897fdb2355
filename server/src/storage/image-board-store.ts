import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { BoardId, SessionId } from '@stip/primitives'

/** Keeps on which boards people put images; what the server copied there stands on the boards alone. */
export class ImageBoardStore {
  readonly #insert: StatementSync
  readonly #select: StatementSync

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare('INSERT OR IGNORE INTO image_boards VALUES (?, ?, ?)')
    this.#select = database.prepare(
      'SELECT board_id FROM image_boards WHERE session_id = ? AND name = ?',
    )
  }

  add(sessionId: SessionId, name: string, boardId: BoardId): void {
    this.#insert.run(sessionId, name, boardId)
  }

  /** None for an image of before this was kept. */
  boardsOf(sessionId: SessionId, name: string): readonly BoardId[] {
    return this.#select.all(sessionId, name).map((row) => String(row['board_id']))
  }
}
