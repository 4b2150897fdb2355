import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Role } from '@stip/api'
import type { PersonId, SessionId } from '@stip/primitives'

/** What one device may be in one session. A device can hold several grants, one per role. */
export interface Grant {
  readonly deviceHash: Uint8Array
  readonly sessionId: SessionId
  readonly role: Role
  /** Set for a participant. */
  readonly personId: PersonId | undefined
}

/** Which grant it is, whoever it makes its device. */
export type GrantName = Omit<Grant, 'personId'>

/** Whether two grants are the same door: same device, same session, same role. */
export function isSameGrant(one: GrantName, other: GrantName): boolean {
  return (
    one.sessionId === other.sessionId &&
    one.role === other.role &&
    Buffer.compare(one.deviceHash, other.deviceHash) === 0
  )
}

/** Keeps which device may be what. Devices are known by the hash of their cookie only. */
export class GrantStore {
  readonly #upsert: StatementSync
  readonly #select: StatementSync
  readonly #ofDevice: StatementSync
  readonly #ofRole: StatementSync
  readonly #delete: StatementSync
  readonly #deleteOfPerson: StatementSync

  constructor(database: DatabaseSync) {
    this.#upsert = database.prepare(
      `INSERT INTO grants (device_hash, session_id, role, person_id, link_version) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (device_hash, session_id, role)
       DO UPDATE SET person_id = excluded.person_id, link_version = excluded.link_version`,
    )
    const columns = 'SELECT device_hash, session_id, role, person_id FROM grants'
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

  /** @param linkVersion - Which version of the link opened the door; 0 for a join code. */
  add(grant: Grant, linkVersion: number): void {
    const { deviceHash, sessionId, role, personId } = grant
    this.#upsert.run(deviceHash, sessionId, role, personId ?? null, linkVersion)
  }

  find(deviceHash: Uint8Array, sessionId: SessionId, role: Role): Grant | undefined {
    const row = this.#select.get(deviceHash, sessionId, role)
    return row === undefined ? undefined : readGrant(row)
  }

  ofDevice(deviceHash: Uint8Array): readonly Grant[] {
    return this.#ofDevice.all(deviceHash).map(readGrant)
  }

  ofRole(sessionId: SessionId, role: Role): readonly Grant[] {
    return this.#ofRole.all(sessionId, role).map(readGrant)
  }

  /** Of people who are no longer in a session, nobody's device is them. */
  removeOfPeople(sessionId: SessionId, people: Iterable<PersonId>): void {
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
