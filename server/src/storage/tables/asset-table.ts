import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { SessionId } from '@stip/primitives'
import type { AtOnce } from '../stores/at-once.ts'
import type { AssetSizes, AssetStore, NewAsset } from '../stores/asset-store.ts'
import type { RowCheck } from './row-check.ts'

/** Which images there are, in SQLite. */
export class AssetTable implements AtOnce<AssetStore> {
  readonly #database: DatabaseSync
  readonly #folder: string
  readonly #check: RowCheck
  readonly #insert: StatementSync
  readonly #insertSize: StatementSync
  readonly #select: StatementSync
  readonly #list: StatementSync
  readonly #sizes: StatementSync
  /** What all images take, in bytes; known when somebody asked. */
  #bytes: number | undefined

  /** @param folder - Where the images are. */
  constructor(database: DatabaseSync, check: RowCheck, folder: string) {
    this.#database = database
    this.#check = check
    this.#folder = folder
    this.#insertSize = database.prepare(
      'INSERT OR IGNORE INTO asset_sizes (session_id, name, bytes, person) VALUES (?, ?, ?, ?)',
    )
    this.#sizes = database.prepare(
      `SELECT coalesce(sum(bytes), 0) AS session,
         coalesce(sum(bytes) FILTER (WHERE person = ?), 0) AS person
       FROM asset_sizes WHERE session_id = ?`,
    )
    this.#insert = database.prepare(
      'INSERT OR IGNORE INTO assets (session_id, name, mime_type) VALUES (?, ?, ?)',
    )
    this.#select = database.prepare(
      'SELECT rowid, mime_type FROM assets WHERE session_id = ? AND name = ?',
    )
    this.#list = database.prepare(
      'SELECT rowid, name, mime_type FROM assets WHERE session_id = ? ORDER BY name',
    )
  }

  list(sessionId: SessionId): readonly Pick<NewAsset, 'name' | 'mimeType'>[] {
    return this.#check.all('assets', this.#list.all(sessionId)).map((row) => ({
      name: String(row['name']),
      mimeType: String(row['mime_type']),
    }))
  }

  sizes(sessionId: SessionId, person: string): AssetSizes {
    const all = this.#allBytes()
    const row = this.#sizes.get(person, sessionId)
    return { person: Number(row?.['person']), session: Number(row?.['session']), all }
  }

  mimeType(sessionId: SessionId, name: string): string | undefined {
    const row = this.#check.one('assets', this.#select.get(sessionId, name))
    return row === undefined ? undefined : String(row['mime_type'])
  }

  add(sessionId: SessionId, { name, mimeType, bytes, person }: NewAsset): void {
    const isNew = this.#insert.run(sessionId, name, mimeType).changes === 1
    this.#insertSize.run(sessionId, name, bytes, person)
    if (isNew && this.#bytes !== undefined) this.#bytes += bytes
  }

  /** Of images from before sizes were kept nobody knows who added them. */
  #allBytes(): number {
    if (this.#bytes !== undefined) return this.#bytes
    const old = this.#database.prepare(
      `SELECT session_id, name FROM assets AS one WHERE NOT EXISTS
         (SELECT 1 FROM asset_sizes WHERE session_id = one.session_id AND name = one.name)`,
    )
    for (const row of old.all()) {
      const [sessionId, name] = [String(row['session_id']), String(row['name'])]
      const size = statSync(join(this.#folder, sessionId, name), { throwIfNoEntry: false })?.size
      this.#insertSize.run(sessionId, name, size ?? 0, '')
    }
    const [row] = this.#database
      .prepare('SELECT coalesce(sum(bytes), 0) AS bytes FROM asset_sizes')
      .all()
    this.#bytes = Number(row?.['bytes'])
    return this.#bytes
  }
}
