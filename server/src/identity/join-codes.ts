import { idFromBytes } from '@stip/primitives'
import type { SessionId } from '@stip/primitives'
import { normalizeJoinCode } from '@stip/workshop'
import type { Session } from '@stip/workshop'
import { RequestRefusedError } from '../errors.ts'
import type { Services } from '../services.ts'
import type { Trier } from './failure-limit.ts'

const SYMBOLS = 8
const DAY_MS = 24 * 3600 * 1000

/** A join code that is of no session, by chance, and until when it will be good. */
export function freeJoinCode({ storage, randomBytes, config, now }: Services): {
  readonly code: string
  readonly expiresAt: number
} {
  const expiresAt = now() + config.codeDays * DAY_MS
  for (;;) {
    const code = idFromBytes(randomBytes(SYMBOLS)).toUpperCase()
    if (storage.entries.findCode(code) === undefined) return { code, expiresAt }
  }
}

/** Gives a session a new join code; from now on the codes it had are expired. */
export function addJoinCode(services: Services, sessionId: SessionId): string {
  const { storage, now } = services
  storage.entries.retireCodes(sessionId, now())
  const { code, expiresAt } = freeJoinCode(services)
  storage.entries.addCode(code, { sessionId, expiresAt })
  return code
}

/**
 * The session that a code opens. Wrong codes are counted; one that is right passes, whoever
 * typed wrong ones before.
 *
 * @throws {RequestRefusedError} 'code-unknown', 'code-expired' or 'too-many-tries'.
 */
export function sessionOfCode(services: Services, text: string, trier: Trier): Session {
  const { storage, desk, wrongCodes, now } = services
  if (wrongCodes.isStopped(trier)) throw new RequestRefusedError('too-many-tries')
  const code = normalizeJoinCode(text)
  const found = code === undefined ? undefined : storage.entries.findCode(code)
  const session = found === undefined ? undefined : desk.find(found.sessionId)
  if (found === undefined || session === undefined) {
    throw new RequestRefusedError(wrongCodes.count(trier) ? 'too-many-tries' : 'code-unknown')
  }
  if (now() >= found.expiresAt || session.course.endedAt !== undefined) {
    throw new RequestRefusedError('code-expired')
  }
  return session
}
