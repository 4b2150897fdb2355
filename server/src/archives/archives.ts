import { Readable } from 'node:stream'
import { RequestRefusedError } from '../errors.ts'
import { askerOf } from '../identity/grants.ts'
import type { Visitor } from '../identity/grants.ts'
import type { Services } from '../services.ts'
import type { Turns } from '../turns.ts'
import { packed } from './archived-file.ts'
import type { PieceName } from './archived-file.ts'
import { atPaceOfReader } from './reader-pace.ts'
import { sessionFiles } from './session-files.ts'

/**
 * The archive of a session as it is sent: made while it is read, and no faster. Of a session that goes on there is
 * none: what changes while it is written would be in it by half.
 *
 * @param turns - One archive at a time; the turn ends with the reading, however that ends, and when nothing is read for long.
 * @throws {RequestRefusedError} 'session-is-not-over', or 'busy' when this person waits for too many.
 */
export async function archiveOf(
  services: Services,
  visitor: Visitor,
  turns: Turns,
): Promise<Readable> {
  const { desk, storage, config, now } = services
  const { session } = visitor
  if (session.course.endedAt === undefined) throw new RequestRefusedError('session-is-not-over')
  // What a disk kept from being done is no archive yet.
  if ((await storage.intents.find(session.id)) !== undefined) throw new RequestRefusedError('busy')
  const asker = askerOf(visitor)
  const end = await turns.begin(asker)
  const pieces = new Map<string, PieceName>()
  const files = sessionFiles({ services, session, asker, pieces })
  const isAsItWas = async (): Promise<boolean> =>
    (await desk.open(session.id))?.sequence === session.sequence
  const packing = { session, pieces, creator: config.archiveCreator, madeAt: now(), isAsItWas }
  const patienceMs = services.limits.patience.bodySilenceMs
  const giveUp = (): unknown => archive.destroy(new Error('Nobody took the archive.'))
  const taken = atPaceOfReader(made(packed(files, packing), end), patienceMs, giveUp)
  const archive: Readable = Readable.from(taken, { objectMode: false })
  archive.once('close', end)
  return archive
}

/** Once all of it is made, others need not wait for who reads the last of it. */
async function* made(
  pieces: AsyncIterable<Uint8Array>,
  end: () => void,
): AsyncGenerator<Uint8Array> {
  yield* pieces
  end()
}
