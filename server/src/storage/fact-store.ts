import type { DatabaseSync, StatementSync } from 'node:sqlite'

/** What a server knows of itself over a restart. */
export type FactName = 'seen-at' | 'view-revisions'

/** Keeps single numbers. */
export class FactStore {
  readonly #select: StatementSync
  readonly #upsert: StatementSync

  constructor(database: DatabaseSync) {
    this.#select = database.prepare('SELECT value FROM facts WHERE name = ?')
    this.#upsert = database.prepare(
      'INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    )
  }

  find(name: FactName): number | undefined {
    const row = this.#select.get(name)
    return row === undefined ? undefined : Number(row['value'])
  }

  set(name: FactName, value: number): void {
    this.#upsert.run(name, Math.floor(value))
  }
}
