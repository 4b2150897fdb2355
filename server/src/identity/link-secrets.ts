import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { SessionId } from '@stip/primitives'

/** The roles that are opened by a link with a secret in it. */
export const linkRoles = ['facilitator', 'observer', 'wall'] as const
export type LinkRole = (typeof linkRoles)[number]

const KEY_BYTES = 32

/**
 * Makes and checks the secrets of links. A secret follows from the key of this server, the
 * session, the role and the version, so it can be shown again but stands in no database.
 */
export class LinkSecrets {
  readonly #key: Uint8Array

  constructor(key: Uint8Array) {
    this.#key = key
  }

  secretOf(sessionId: SessionId, role: LinkRole, version: number): string {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([sessionId, role, version]))
      .digest('base64url')
  }

  isRight(sessionId: SessionId, role: LinkRole, version: number, given: string): boolean {
    const right = Buffer.from(this.secretOf(sessionId, role, version))
    const offered = Buffer.from(given)
    return right.length === offered.length && timingSafeEqual(right, offered)
  }
}

/**
 * Reads the key of this server from its data folder, and makes it at the first start. Losing the
 * file makes every secret link worthless; devices that are in stay in.
 */
export function readServerKey(dataDir: string): Uint8Array {
  const path = join(dataDir, 'server.key')
  try {
    return checkedKey(readFileSync(path))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  const key = randomBytes(KEY_BYTES)
  const file = openSync(path, 'wx', 0o600)
  writeSync(file, key)
  fsyncSync(file)
  closeSync(file)
  return key
}

function checkedKey(key: Uint8Array): Uint8Array {
  if (key.length !== KEY_BYTES) throw new Error('The file server.key is damaged.')
  return key
}
