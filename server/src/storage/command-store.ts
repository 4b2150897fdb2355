import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { SessionId } from '@stip/primitives'

/** Keeps what commands were answered, so that the same key is carried out once. */
export class CommandStore {
  readonly #insert: StatementSync
  readonly #select: StatementSync

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare(
      'INSERT INTO commands (session_id, key, answer) VALUES (?, ?, ?)',
    )
    this.#select = database.prepare('SELECT answer FROM commands WHERE session_id = ? AND key = ?')
  }

  keepAnswer(sessionId: SessionId, key: string, answer: object): void {
    this.#insert.run(sessionId, key, JSON.stringify(answer))
  }

  findAnswer(sessionId: SessionId, key: string): unknown {
    const row = this.#select.get(sessionId, key)
    return row === undefined ? undefined : JSON.parse(String(row['answer']))
  }
}
