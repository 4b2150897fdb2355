import type { SessionId } from '@stip/primitives'
import type { LinkRole } from '../../identity/link-secrets.ts'

/** A join code as it is stored. */
export interface StoredCode {
  readonly sessionId: SessionId
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

/** Keeps the ways into a session: join codes, and the version of each secret link. */
export interface EntryStore {
  /** Returns whether the code was free; a taken code is left alone. */
  addCode(code: string, stored: StoredCode): Promise<boolean>
  /** Makes the codes that a session had until now worthless. */
  retireCodes(sessionId: SessionId, now: number): Promise<void>
  /** The clock was set ahead by `ms`, from `before`: codes that were good then live as long as they would have. */
  moveCodes(before: number, ms: number): Promise<void>
  /** No code lives longer than until then. */
  endCodesBy(latest: number): Promise<void>
  findCode(code: string): Promise<StoredCode | undefined>
  currentCode(sessionId: SessionId): Promise<string | undefined>
  /** Counts up from 1 with every renewal. */
  linkVersion(sessionId: SessionId, role: LinkRole): Promise<number>
  raiseLinkVersion(sessionId: SessionId, role: LinkRole): Promise<void>
}
