import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Role } from '@stip/api'
import type { PersonId, SessionId } from '@stip/primitives'
import type { AtOnce } from '../stores/at-once.ts'
import type { Grant, GrantName, GrantStore } from '../stores/grant-store.ts'
import type { RowCheck } from './row-check.ts'

/** Which device may be what, in SQLite. */
export class GrantTable implements AtOnce<GrantStore> {
  readonly #check: RowCheck
  readonly #upsert: StatementSync
  readonly #select: StatementSync
  readonly #ofDevice: StatementSync
  readonly #ofRole: StatementSync
  readonly #delete: StatementSync
  readonly #deleteOfPerson: StatementSync

  constructor(database: DatabaseSync, check: RowCheck) {
    this.#check = check
    this.#upsert = database.prepare(
      `INSERT INTO grants (device_hash, session_id, role, person_id, link_version) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (device_hash, session_id, role)
       DO UPDATE SET person_id = excluded.person_id, link_version = excluded.link_version`,
    )
    const columns = 'SELECT rowid, device_hash, session_id, role, person_id FROM grants'
    this.#select = database.prepare(
      `${columns} WHERE device_hash = ? AND session_id = ? AND role = ?`,
    )
    this.#ofDevice = database.prepare(`${columns} WHERE device_hash = ? ORDER BY rowid DESC`)
    this.#ofRole = database.prepare(`${columns} WHERE session_id = ? AND role = ?`)
    this.#delete = database.prepare(
      'DELETE FROM grants WHERE device_hash = ? AND session_id = ? AND role = ?',
    )
    this.#deleteOfPerson = database.prepare(
      'DELETE FROM grants WHERE session_id = ? AND person_id = ?',
    )
  }

  add(grant: Grant, linkVersion: number): void {
    const { deviceHash, sessionId, role, personId } = grant
    this.#upsert.run(deviceHash, sessionId, role, personId ?? null, linkVersion)
  }

  find(deviceHash: Uint8Array, sessionId: SessionId, role: Role): Grant | undefined {
    const row = this.#check.one('grants', this.#select.get(deviceHash, sessionId, role))
    return row === undefined ? undefined : readGrant(row)
  }

  ofDevice(deviceHash: Uint8Array): readonly Grant[] {
    return this.#check.all('grants', this.#ofDevice.all(deviceHash)).map(readGrant)
  }

  ofRole(sessionId: SessionId, role: Role): readonly Grant[] {
    return this.#check.all('grants', this.#ofRole.all(sessionId, role)).map(readGrant)
  }

  removeOfPeople(sessionId: SessionId, people: readonly PersonId[]): void {
    for (const personId of people) this.#deleteOfPerson.run(sessionId, personId)
  }

  remove({ deviceHash, sessionId, role }: GrantName): void {
    this.#delete.run(deviceHash, sessionId, role)
  }
}

function readGrant(row: Record<string, unknown>): Grant {
  const personId = row['person_id']
  return {
    deviceHash: row['device_hash'] as Uint8Array,
    sessionId: String(row['session_id']),
    role: row['role'] as Role,
    personId: typeof personId === 'string' ? personId : undefined,
  }
}
