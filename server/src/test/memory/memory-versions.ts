import type { SessionId } from '@stip/primitives'
import type {
  KeptPicture,
  KeptVersion,
  VersionName,
  VersionStore,
} from '../../storage/stores/version-store.ts'

/** Keeps versions of visions while the process lives. */
export class MemoryVersions implements VersionStore {
  readonly #versions = new Map<SessionId, readonly KeptVersion[]>()
  readonly #pictures = new Map<string, Uint8Array>()

  async add(
    sessionId: SessionId,
    version: KeptVersion,
    pictures: readonly KeptPicture[],
  ): Promise<void> {
    const kept = this.#versions.get(sessionId) ?? []
    const known = kept.find(({ number }) => number === version.number)
    if (known !== undefined && known.hash !== version.hash) throw new Error('There is another.')
    if (known === undefined) this.#versions.set(sessionId, [...kept, version])
    for (const { hash, bytes } of pictures) {
      const name = `${sessionId} ${hash}`
      if (!this.#pictures.has(name)) this.#pictures.set(name, bytes.slice())
    }
  }

  async find(sessionId: SessionId, number: string): Promise<KeptVersion | undefined> {
    return this.#versions.get(sessionId)?.find((version) => version.number === number)
  }

  async list(sessionId: SessionId): Promise<readonly VersionName[]> {
    const kept = this.#versions.get(sessionId) ?? []
    return kept.map(({ number, hash, at }) => ({ number, hash, at }))
  }

  async picture(sessionId: SessionId, hash: string): Promise<Uint8Array | undefined> {
    return this.#pictures.get(`${sessionId} ${hash}`)
  }
}
