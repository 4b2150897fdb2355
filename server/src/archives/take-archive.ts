import { MANY } from '@stip/sync/update-log'
import type { LogEntry } from '@stip/sync/update-log'
import * as Y from 'yjs'
import { RequestRefusedError } from '../errors.ts'
import { freeJoinCode } from '../identity/join-codes.ts'
import { isAsKept } from '../images/as-kept.ts'
import type { Services } from '../services.ts'
import type { AlsoWritten } from '../sessions/also-written.ts'
import type { Brought } from '../storage/stores/brought.ts'
import type { OpenedArchive, OpenedBoard } from './opened-archive.ts'

/** Versions of links begin by chance, so that no link of before opens this session. */
const LINK_BYTES = 4

/**
 * Makes a session of an archive: the same one, under its own ids, because records of the vision are called after where
 * they came from. Links and codes are new. All of it is on disk when this resolves. When it rejects there is no such
 * session: what was written of its boards is of nobody, and taken over by the next try.
 *
 * @param also - What must be on disk together with the session.
 * @throws {RequestRefusedError} 'archive-is-here' when the session is on this server, 'archive-damaged' when a picture
 *   is none of Stip, and when there is no room.
 */
export async function takeArchive(
  services: Services,
  { session, events, boards, brought, images }: OpenedArchive,
  deviceHash: Uint8Array,
  also: readonly AlsoWritten[],
): Promise<void> {
  const { storage, desk, randomBytes } = services
  await refuseWhenHere(services, session.id, boards)
  await refuseWhenFull(services, session.id, images)
  await refuseWhenOdd(images, brought)
  for (const [place, bytes] of images.entries()) {
    const name = brought.images[place]?.name ?? ''
    // One after the other: they may be hundreds.
    // oxlint-disable-next-line no-await-in-loop
    await undoing(services, session.id, storage.images.bring(session.id, name, bytes))
  }
  const linkVersion = 2 + Buffer.from(randomBytes(LINK_BYTES)).readUInt32BE()
  const grant = {
    deviceHash,
    sessionId: session.id,
    role: 'facilitator',
    personId: undefined,
  } as const
  const written = async (): Promise<void> => {
    for (const board of boards) {
      // oxlint-disable-next-line no-await-in-loop
      await writeBoard(services, board)
    }
    await desk.adopt(session, events, [
      { kind: 'archive-brought', brought: { ...brought, linkVersion } },
      { kind: 'grant-given', grant, linkVersion },
      { kind: 'code-given', ...(await freeJoinCode(services)) },
      ...also,
    ])
  }
  await undoing(services, session.id, written())
}

/** Takes the images away again when something does not succeed. */
async function undoing(
  { storage }: Services,
  sessionId: string,
  work: Promise<void>,
): Promise<void> {
  try {
    await work
  } catch (error) {
    // A store that failed may have written it all the same.
    const isThere = await storage.sessions.read(sessionId).catch(() => 'unknown')
    if (isThere === undefined) await storage.images.takeBack(sessionId).catch(() => undefined)
    throw error
  }
}

async function refuseWhenHere(
  { storage }: Services,
  sessionId: string,
  boards: readonly OpenedBoard[],
): Promise<void> {
  const session = await storage.sessions.read(sessionId)
  const owners = await Promise.all(boards.map(({ id }) => storage.sessions.sessionOfBoard(id)))
  if (session !== undefined || owners.some((owner) => owner !== undefined)) {
    throw new RequestRefusedError('archive-is-here')
  }
}

/** Pictures that Stip did not make: nobody drew them anew, so what is hidden in them would come to every screen. */
async function refuseWhenOdd(
  images: readonly Uint8Array[],
  { pictures }: Pick<Brought, 'pictures'>,
): Promise<void> {
  const all = [
    ...images.map((bytes) => [bytes, 'webp'] as const),
    ...pictures.map(({ bytes }) => [bytes, 'png'] as const),
  ]
  for (const [bytes, kind] of all) {
    // oxlint-disable-next-line no-await-in-loop
    if (!(await isAsKept(bytes, kind))) throw new RequestRefusedError('archive-damaged')
  }
}

async function refuseWhenFull(
  { storage, limits, config }: Services,
  sessionId: string,
  images: readonly Uint8Array[],
): Promise<void> {
  const bytes = images.reduce((sum, { length }) => sum + length, 0)
  if (bytes > limits.imageBytes.session) throw new RequestRefusedError('session-images-full')
  const { all } = await storage.assets.sizes(sessionId, '')
  if (bytes > 0 && all + bytes > config.imagesMb * 1024 * 1024) {
    throw new RequestRefusedError('images-full')
  }
}

/** Writes the document of a board of which nothing is here, but what an earlier try left. */
async function writeBoard(
  { storage }: Services,
  { id, update, owners }: OpenedBoard,
): Promise<void> {
  const left = await storage.updateLog.read(id)
  if (left.length > 0 && !isPartOf(left, update)) throw new RequestRefusedError('archive-is-here')
  if (left.some((entry) => Buffer.compare(entry.update, update) === 0)) return
  await storage.updateLog.append(id, [{ author: MANY, owners: new Map(owners), update }])
}

/** Whether a document holds all that a log says. */
function isPartOf(left: readonly LogEntry[], update: Uint8Array): boolean {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const before = Y.encodeStateAsUpdate(doc)
  for (const entry of left) Y.applyUpdate(doc, entry.update)
  return Buffer.compare(before, Y.encodeStateAsUpdate(doc)) === 0
}
