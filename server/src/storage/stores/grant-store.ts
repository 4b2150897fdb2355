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
export interface GrantStore {
  /**
   * One that is there already is replaced.
   *
   * @param linkVersion - Which version of the link opened the door; 0 for a join code.
   */
  add(grant: Grant, linkVersion: number): Promise<void>
  find(deviceHash: Uint8Array, sessionId: SessionId, role: Role): Promise<Grant | undefined>
  /** The newest first. */
  ofDevice(deviceHash: Uint8Array): Promise<readonly Grant[]>
  ofRole(sessionId: SessionId, role: Role): Promise<readonly Grant[]>
  remove(grant: GrantName): Promise<void>
  /** Of people who are no longer in a session, nobody's device is them. */
  removeOfPeople(sessionId: SessionId, people: readonly PersonId[]): Promise<void>
}
