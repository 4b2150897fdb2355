import type { SessionId } from '@stip/primitives'
import type { AssetSizes, AssetStore, NewAsset } from '../../storage/stores/asset-store.ts'

interface Kept extends NewAsset {
  readonly sessionId: SessionId
}

/** Keeps which images there are while the process lives. */
export class MemoryAssets implements AssetStore {
  readonly #assets: Kept[] = []

  async sizes(sessionId: SessionId, person: string): Promise<AssetSizes> {
    const ofSession = this.#assets.filter((each) => each.sessionId === sessionId)
    return {
      person: total(ofSession.filter((each) => each.person === person)),
      session: total(ofSession),
      all: total(this.#assets),
    }
  }

  async mimeType(sessionId: SessionId, name: string): Promise<string | undefined> {
    return this.#find(sessionId, name)?.mimeType
  }

  async list(sessionId: SessionId): Promise<readonly Pick<NewAsset, 'name' | 'mimeType'>[]> {
    return this.#assets
      .filter((each) => each.sessionId === sessionId)
      .map(({ name, mimeType }) => ({ name, mimeType }))
      .toSorted((one, other) => (one.name < other.name ? -1 : 1))
  }

  async add(sessionId: SessionId, asset: NewAsset): Promise<void> {
    if (this.#find(sessionId, asset.name) === undefined) this.#assets.push({ ...asset, sessionId })
  }

  #find(sessionId: SessionId, name: string): Kept | undefined {
    return this.#assets.find((each) => each.sessionId === sessionId && each.name === name)
  }
}

function total(assets: readonly Kept[]): number {
  return assets.reduce((sum, { bytes }) => sum + bytes, 0)
}
