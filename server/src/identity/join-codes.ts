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
export async function freeJoinCode({
  storage,
  randomBytes,
  config,
  now,
}: Services): Promise<{ readonly code: string; readonly expiresAt: number }> {
  const expiresAt = now() + config.codeDays * DAY_MS
  for (;;) {
    const code = idFromBytes(randomBytes(SYMBOLS)).toUpperCase()
    // oxlint-disable-next-line no-await-in-loop
    if ((await storage.entries.findCode(code)) === undefined) return { code, expiresAt }
  }
}

/** Gives a session a new join code; from now on the codes it had are expired. */
export async function renewJoinCode(services: Services, sessionId: SessionId): Promise<void> {
  const { storage, codes, now } = services
  const code = await freeJoinCode(services)
  await storage.sessions.write(sessionId, [
    { kind: 'codes-retired', at: now() },
    { kind: 'code-given', ...code },
  ])
  await codes.read(sessionId)
}

/**
 * The session that a code opens. Wrong codes are counted; one that is right passes, whoever
 * typed wrong ones before.
 *
 * @throws {RequestRefusedError} 'code-unknown', 'code-expired' or 'too-many-tries'.
 */
export async function sessionOfCode(
  services: Services,
  text: string,
  trier: Trier,
): Promise<Session> {
  const { storage, desk, wrongCodes, now } = services
  if (wrongCodes.isStopped(trier)) throw new RequestRefusedError('too-many-tries')
  const code = normalizeJoinCode(text)
  const found = code === undefined ? undefined : await storage.entries.findCode(code)
  const session = found === undefined ? undefined : await desk.open(found.sessionId)
  if (found === undefined || session === undefined) {
    throw new RequestRefusedError(wrongCodes.count(trier) ? 'too-many-tries' : 'code-unknown')
  }
  if (now() >= found.expiresAt || session.course.endedAt !== undefined) {
    throw new RequestRefusedError('code-expired')
  }
  return session
}
