import type { Role } from '@stip/api'
import type { PersonId, SessionId } from '@stip/primitives'
import type { AlsoWritten } from '../../sessions/also-written.ts'
import { isSameGrant } from './grant-store.ts'
import type { Grant, GrantName, GrantStore } from './grant-store.ts'

/** Of so many devices it is remembered what they are; who asked longest ago is forgotten first. */
const MOST_DEVICES = 5000

interface Known {
  readonly asked: Promise<readonly Grant[]>
  /** Undefined while the store is asked. */
  grants: readonly Grant[] | undefined
}

/**
 * Remembers what devices are: every request asks that, and hardly ever does it change. Whatever is
 * written is told here when the store is asked to write it; the store answers in order, so what is read
 * from then on holds it.
 */
export class CachedGrants implements GrantStore {
  readonly #store: GrantStore
  readonly #devices = new Map<string, Known>()

  constructor(store: GrantStore) {
    this.#store = store
  }

  add(grant: Grant, linkVersion: number): Promise<void> {
    this.#forget(grant)
    return this.#store.add(grant, linkVersion)
  }

  async find(deviceHash: Uint8Array, sessionId: SessionId, role: Role): Promise<Grant | undefined> {
    const grants = await this.ofDevice(deviceHash)
    return grants.find((grant) => grant.sessionId === sessionId && grant.role === role)
  }

  ofDevice(deviceHash: Uint8Array): Promise<readonly Grant[]> {
    const name = nameOf(deviceHash)
    const known =
      this.#devices.get(name) ?? this.#remember(name, this.#store.ofDevice(deviceHash), undefined)
    // Who asked last is last.
    this.#devices.delete(name)
    this.#devices.set(name, known)
    return known.asked
  }

  ofRole(sessionId: SessionId, role: Role): Promise<readonly Grant[]> {
    return this.#store.ofRole(sessionId, role)
  }

  remove(grant: GrantName): Promise<void> {
    this.#forget(grant)
    return this.#store.remove(grant)
  }

  removeOfPeople(sessionId: SessionId, people: readonly PersonId[]): Promise<void> {
    this.#forgetPeople(sessionId, people)
    return this.#store.removeOfPeople(sessionId, people)
  }

  /** A device that came to be just now: nobody need ask what it is. */
  begins(deviceHash: Uint8Array): void {
    const name = nameOf(deviceHash)
    if (!this.#devices.has(name)) this.#remember(name, Promise.resolve([]), [])
  }

  /** The store is asked to write this. @param done - Rejects when it is not written. */
  written(sessionId: SessionId, also: readonly AlsoWritten[], done: Promise<void>): void {
    for (const each of also) {
      if (each.kind === 'grant-given') this.#given(each.grant, done)
      if (each.kind === 'grant-taken') this.#forget(each.grant)
      if (each.kind === 'grants-of-people-taken') this.#forgetPeople(sessionId, each.people)
    }
  }

  /** Of a device that is remembered, it is known what it is from then on. */
  #given(grant: Grant, done: Promise<void>): void {
    const name = nameOf(grant.deviceHash)
    const before = this.#devices.get(name)?.grants
    this.#devices.delete(name)
    // One that takes the place of another keeps its place; the store knows which.
    if (before === undefined || before.some((each) => isSameGrant(each, grant))) return
    const after = [grant, ...before]
    const asked = done.then(
      () => after,
      () => this.#store.ofDevice(grant.deviceHash),
    )
    this.#remember(name, asked, undefined)
  }

  #remember(
    name: string,
    asked: Promise<readonly Grant[]>,
    grants: readonly Grant[] | undefined,
  ): Known {
    const known: Known = { asked, grants }
    this.#devices.set(name, known)
    if (this.#devices.size > MOST_DEVICES) {
      const [oldest] = this.#devices.keys()
      if (oldest !== undefined) this.#devices.delete(oldest)
    }
    asked.then(
      (found) => (known.grants = found),
      () => {
        if (this.#devices.get(name) === known) this.#devices.delete(name)
      },
    )
    return known
  }

  #forget({ deviceHash }: GrantName): void {
    this.#devices.delete(nameOf(deviceHash))
  }

  #forgetPeople(sessionId: SessionId, people: readonly PersonId[]): void {
    if (people.length === 0) return
    const gone = new Set<PersonId | undefined>(people)
    for (const [name, { grants }] of this.#devices) {
      const isConcerned = (grant: Grant): boolean =>
        grant.sessionId === sessionId && grant.personId !== undefined && gone.has(grant.personId)
      if (grants === undefined || grants.some(isConcerned)) this.#devices.delete(name)
    }
  }
}

function nameOf(deviceHash: Uint8Array): string {
  const { buffer, byteOffset, byteLength } = deviceHash
  return Buffer.from(buffer, byteOffset, byteLength).toString('latin1')
}
