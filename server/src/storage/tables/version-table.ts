import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { SessionId } from '@stip/primitives'
import type { AtOnce } from '../stores/at-once.ts'
import type {
  KeptPicture,
  KeptVersion,
  VersionName,
  VersionStore,
} from '../stores/version-store.ts'
import type { RowCheck } from './row-check.ts'

/** Versions of visions, in SQLite. */
export class VersionTable implements AtOnce<VersionStore> {
  readonly #check: RowCheck
  readonly #insert: StatementSync
  readonly #insertPicture: StatementSync
  readonly #find: StatementSync
  readonly #list: StatementSync
  readonly #picture: StatementSync

  constructor(database: DatabaseSync, check: RowCheck) {
    this.#check = check
    this.#insert = database.prepare('INSERT INTO versions VALUES (?, ?, ?, ?, ?)')
    this.#insertPicture = database.prepare(
      'INSERT OR IGNORE INTO version_pictures VALUES (?, ?, ?)',
    )
    const names = 'SELECT rowid, number, hash, at'
    this.#find = database.prepare(
      `${names}, content FROM versions WHERE session_id = ? AND number = ?`,
    )
    this.#list = database.prepare(`${names} FROM versions WHERE session_id = ? ORDER BY rowid`)
    this.#picture = database.prepare(
      'SELECT rowid, bytes FROM version_pictures WHERE session_id = ? AND hash = ?',
    )
  }

  add(sessionId: SessionId, version: KeptVersion, pictures: readonly KeptPicture[]): void {
    const { number, hash, at, content } = version
    const kept = this.find(sessionId, number)
    if (kept !== undefined && kept.hash !== hash) throw new Error(`There is a version ${number}.`)
    if (kept === undefined) this.#insert.run(sessionId, number, hash, at, content)
    for (const picture of pictures) this.#insertPicture.run(sessionId, picture.hash, picture.bytes)
  }

  find(sessionId: SessionId, number: string): KeptVersion | undefined {
    const row = this.#check.one('versions', this.#find.get(sessionId, number))
    return row === undefined ? undefined : { ...nameOf(row), content: String(row['content']) }
  }

  list(sessionId: SessionId): readonly VersionName[] {
    return this.#check.all('versions', this.#list.all(sessionId)).map((row) => nameOf(row))
  }

  picture(sessionId: SessionId, hash: string): Uint8Array | undefined {
    const row = this.#check.one('version_pictures', this.#picture.get(sessionId, hash))
    return row?.['bytes'] as Uint8Array | undefined
  }
}

function nameOf(row: Readonly<Record<string, unknown>>): VersionName {
  return { number: String(row['number']), hash: String(row['hash']), at: Number(row['at']) }
}
