import type { SessionId } from '@stip/primitives'

/** A saved version, without what it says. */
export interface VersionName {
  /** '1', '1.1', …: as people say it. */
  readonly number: string
  /** The SHA-256 of its content. */
  readonly hash: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** A version of a vision as it is kept for good. */
export interface KeptVersion extends VersionName {
  /** What it says, in the canonical form that was hashed. */
  readonly content: string
}

/** A picture that versions of a session show; known by the SHA-256 of its bytes. */
export interface KeptPicture {
  readonly hash: string
  readonly bytes: Uint8Array
}

/** Keeps the versions of visions, and the pictures in them. Nothing that is kept here ever changes. */
export interface VersionStore {
  /**
   * Keeps a version with its pictures, all or nothing. The same once more changes nothing.
   *
   * @throws {Error} When this number is of another version already.
   */
  add(sessionId: SessionId, version: KeptVersion, pictures: readonly KeptPicture[]): Promise<void>
  find(sessionId: SessionId, number: string): Promise<KeptVersion | undefined>
  /** In the order in which they were saved. */
  list(sessionId: SessionId): Promise<readonly VersionName[]>
  picture(sessionId: SessionId, hash: string): Promise<Uint8Array | undefined>
}
