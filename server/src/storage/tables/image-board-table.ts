import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { SessionId } from '@stip/primitives'
import type { AtOnce } from '../stores/at-once.ts'
import type { ImageBoardStore, ImageOnBoard } from '../stores/image-board-store.ts'
import type { RowCheck } from './row-check.ts'

/** On which boards people put images, in SQLite. */
export class ImageBoardTable implements AtOnce<ImageBoardStore> {
  readonly #check: RowCheck
  readonly #insert: StatementSync
  readonly #select: StatementSync

  constructor(database: DatabaseSync, check: RowCheck) {
    this.#check = check
    this.#insert = database.prepare('INSERT OR IGNORE INTO image_boards VALUES (?, ?, ?)')
    this.#select = database.prepare(
      'SELECT rowid, name, board_id FROM image_boards WHERE session_id = ? ORDER BY rowid',
    )
  }

  add(sessionId: SessionId, { name, boardId }: ImageOnBoard): void {
    this.#insert.run(sessionId, name, boardId)
  }

  ofSession(sessionId: SessionId): readonly ImageOnBoard[] {
    return this.#check.all('image_boards', this.#select.all(sessionId)).map((row) => {
      return { name: String(row['name']), boardId: String(row['board_id']) }
    })
  }
}
