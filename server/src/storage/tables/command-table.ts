import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { SessionId } from '@stip/primitives'
import type { AtOnce } from '../stores/at-once.ts'
import type { CommandStore } from '../stores/command-store.ts'
import type { RowCheck } from './row-check.ts'

/** What commands were answered, in SQLite. */
export class CommandTable implements AtOnce<CommandStore> {
  readonly #check: RowCheck
  readonly #insert: StatementSync
  readonly #select: StatementSync

  constructor(database: DatabaseSync, check: RowCheck) {
    this.#check = check
    this.#insert = database.prepare(
      'INSERT INTO commands (session_id, key, answer) VALUES (?, ?, ?)',
    )
    this.#select = database.prepare(
      'SELECT rowid, answer FROM commands WHERE session_id = ? AND key = ?',
    )
  }

  keepAnswer(sessionId: SessionId, key: string, answer: object): void {
    this.#insert.run(sessionId, key, JSON.stringify(answer))
  }

  findAnswer(sessionId: SessionId, key: string): unknown {
    const row = this.#check.one('commands', this.#select.get(sessionId, key))
    return row === undefined ? undefined : JSON.parse(String(row['answer']))
  }
}
