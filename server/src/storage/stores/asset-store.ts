import type { SessionId } from '@stip/primitives'

/** What images take, in bytes: of one person, of their session, and of all sessions. */
export interface AssetSizes {
  readonly person: number
  readonly session: number
  readonly all: number
}

/** An image that lies on the disk. */
export interface NewAsset {
  readonly name: string
  readonly mimeType: string
  readonly bytes: number
  /** Who added it. */
  readonly person: string
}

/** Keeps which images there are; they themselves lie in files ({@link ImageFiles}). */
export interface AssetStore {
  sizes(sessionId: SessionId, person: string): Promise<AssetSizes>
  /** Undefined when the session has no image of that name. */
  mimeType(sessionId: SessionId, name: string): Promise<string | undefined>
  /** Every image of a session. */
  list(sessionId: SessionId): Promise<readonly Pick<NewAsset, 'name' | 'mimeType'>[]>
  /** An image that is there already stays as it is, of who added it first. */
  add(sessionId: SessionId, asset: NewAsset): Promise<void>
}
