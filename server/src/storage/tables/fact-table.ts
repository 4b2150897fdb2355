import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { AtOnce } from '../stores/at-once.ts'
import type { FactName, FactStore } from '../stores/fact-store.ts'
import type { RowCheck } from './row-check.ts'

/** Single numbers, in SQLite. */
export class FactTable implements AtOnce<FactStore> {
  readonly #check: RowCheck
  readonly #select: StatementSync
  readonly #upsert: StatementSync

  constructor(database: DatabaseSync, check: RowCheck) {
    this.#check = check
    this.#select = database.prepare('SELECT rowid, value FROM facts WHERE name = ?')
    this.#upsert = database.prepare(
      'INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    )
  }

  find(name: FactName): number | undefined {
    const row = this.#check.one('facts', this.#select.get(name))
    return row === undefined ? undefined : Number(row['value'])
  }

  set(name: FactName, value: number): void {
    this.#upsert.run(name, Math.floor(value))
  }
}
