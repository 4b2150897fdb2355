import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { SessionId } from '@stip/primitives'
import type { AtOnce } from '../stores/at-once.ts'
import type { Intent, IntentStore } from '../stores/intent-store.ts'
import type { RowCheck } from './row-check.ts'

/** What is being carried out, in SQLite. */
export class IntentTable implements AtOnce<IntentStore> {
  readonly #check: RowCheck
  readonly #upsert: StatementSync
  readonly #select: StatementSync
  readonly #delete: StatementSync
  readonly #all: StatementSync

  constructor(database: DatabaseSync, check: RowCheck) {
    this.#check = check
    this.#upsert = database.prepare('INSERT OR REPLACE INTO intents VALUES (?, ?)')
    this.#select = database.prepare('SELECT rowid, intent FROM intents WHERE session_id = ?')
    this.#delete = database.prepare('DELETE FROM intents WHERE session_id = ?')
    this.#all = database.prepare('SELECT rowid, session_id FROM intents')
  }

  record(sessionId: SessionId, intent: Intent): void {
    this.#upsert.run(sessionId, JSON.stringify(intent))
  }

  find(sessionId: SessionId): Intent | undefined {
    const row = this.#check.one('intents', this.#select.get(sessionId))
    return row === undefined ? undefined : (JSON.parse(String(row['intent'])) as Intent)
  }

  remove(sessionId: SessionId): void {
    this.#delete.run(sessionId)
  }

  sessions(): readonly SessionId[] {
    return this.#check.all('intents', this.#all.all()).map((row) => String(row['session_id']))
  }
}
