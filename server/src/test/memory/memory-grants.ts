import type { Role } from '@stip/api'
import type { PersonId, SessionId } from '@stip/primitives'
import { isSameGrant } from '../../storage/stores/grant-store.ts'
import type { Grant, GrantName, GrantStore } from '../../storage/stores/grant-store.ts'

/** Keeps grants while the process lives. */
export class MemoryGrants implements GrantStore {
  #grants: readonly Grant[] = []

  async add(grant: Grant): Promise<void> {
    const place = this.#grants.findIndex((each) => isSameGrant(each, grant))
    if (place < 0) this.#grants = [...this.#grants, grant]
    else this.#grants = this.#grants.with(place, grant)
  }

  async find(device: Uint8Array, sessionId: SessionId, role: Role): Promise<Grant | undefined> {
    return this.#grants.find((each) => isSameGrant(each, { deviceHash: device, sessionId, role }))
  }

  async ofDevice(device: Uint8Array): Promise<readonly Grant[]> {
    const own = this.#grants.filter(({ deviceHash }) => Buffer.compare(deviceHash, device) === 0)
    return own.toReversed()
  }

  async ofRole(sessionId: SessionId, role: Role): Promise<readonly Grant[]> {
    return this.#grants.filter((each) => each.sessionId === sessionId && each.role === role)
  }

  async remove(grant: GrantName): Promise<void> {
    this.#grants = this.#grants.filter((each) => !isSameGrant(each, grant))
  }

  async removeOfPeople(sessionId: SessionId, people: readonly PersonId[]): Promise<void> {
    const gone = new Set<PersonId | undefined>(people)
    this.#grants = this.#grants.filter((each) => {
      return each.sessionId !== sessionId || each.personId === undefined || !gone.has(each.personId)
    })
  }
}
