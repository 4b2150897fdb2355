import { createHash } from 'node:crypto'
import { MomentReason } from '@stip/api'
import {
  Archive,
  ArchiveRefusedError,
  BoardFile,
  EventsFile,
  HistoryFile,
  MergeFile,
  paths,
} from '@stip/report/archive'
import type { ZipLimits } from '@stip/report/archive'
import { VisionContent } from '@stip/report'
import { sha256 } from '@stip/report/hash'
import { isKnownEvent } from '@stip/workshop'
import type { Session, SessionEvent } from '@stip/workshop'
import { SessionUnreadableError } from '../errors.ts'
import { packed } from '../history/kept-records.ts'
import { isBarePicture } from '../images/bare-picture.ts'
import type { KeptEvent } from '../sessions/session-log.ts'
import { readSession } from '../storage/sessions/session-state.ts'
import { packApplied } from '../storage/stores/applied.ts'
import type { Brought, BroughtMoment } from '../storage/stores/brought.ts'
import { isGoodApplied, isGoodBoard, isGoodClocks, isGoodMoment } from './good-board.ts'
import { isGoodSession, isToldWell } from './good-session.ts'
import type { OpenedArchive, OpenedBoard } from './opened-archive.ts'
import { picturesIn } from './version-files.ts'

/** What an archive may unpack to. A full board is 24 MB, a session of photos a gigabyte; nobody sends as much as that. */
const archiveLimits: ZipLimits = {
  files: 20_000,
  fileBytes: 64 * 1024 * 1024,
  allBytes: 1024 * 1024 * 1024,
  // No further than deflate goes.
  ratio: 1100,
}

/**
 * Reads an archive that somebody sent, and looks through all that another Stip would use of it: it may be changed by
 * hand, or made by a program. Nothing is written.
 *
 * @throws {ArchiveRefusedError}
 */
export function readArchive(bytes: Uint8Array): OpenedArchive {
  try {
    return readChecked(new Archive(bytes, archiveLimits))
  } catch (error) {
    if (error instanceof ArchiveRefusedError) throw error
    const isNewer = error instanceof SessionUnreadableError && error.why.includes('newer')
    // Whatever breaks on what a stranger made of it is not as Stip made it.
    throw new ArchiveRefusedError(isNewer ? 'newer-archive' : 'archive-damaged', { cause: error })
  }
}

function readChecked(archive: Archive): OpenedArchive {
  const session = readSession(archive.words(paths.session))
  need(session.id === archive.manifest.session.id && isGoodSession(session))
  const history = archive.json(paths.history, HistoryFile)
  const boards = session.boards.map(({ id }) => id)
  need(sameSet(history.boards, boards))
  const files = boards.map((id) => ({ id, ...archive.json(paths.board(id), BoardFile) }))
  const images = imagesIn(archive, history, boards)
  return {
    session,
    events: eventsIn(archive, session),
    boards: files.map(({ id, owners }) => boardIn(archive, session, { id, owners })),
    brought: {
      merges: mergesIn(archive, history),
      periods: history.periods,
      boards: files.map(({ id, marks, lateWork, moments }) => ({
        id,
        marks,
        lateWork,
        moments: moments.map((moment) => momentIn(archive, id, moment)),
      })),
      images: images.map(({ bytes, ...image }) => ({ ...image, bytes: bytes.length })),
      ...versionsIn(archive, history, session),
    },
    images: images.map(({ bytes }) => bytes),
  }
}

function eventsIn(archive: Archive, session: Session): readonly KeptEvent[] {
  const events = archive.json(paths.events, EventsFile)
  if (!events.every(({ event }) => isKnownEvent(event.type))) {
    throw new ArchiveRefusedError('newer-archive')
  }
  const first = session.sequence - events.length
  const isInOrder = events.every(
    ({ sequence, revision }, place) =>
      sequence === first + place && revision >= (events[place - 1]?.revision ?? 0),
  )
  need(first >= 0 && isInOrder && (events.at(-1)?.revision ?? 0) <= session.revision)
  const kept = events.map(({ event, ...row }) => ({
    ...row,
    event: event as unknown as SessionEvent,
  }))
  need(kept.every(({ event }) => isToldWell(event)))
  return kept
}

function boardIn(
  archive: Archive,
  session: Session,
  { id, owners }: Pick<OpenedBoard, 'id' | 'owners'>,
): OpenedBoard {
  const update = Uint8Array.from(archive.need(paths.document(id)))
  need(isGoodBoard(update, session, owners))
  return { id, update, owners }
}

function momentIn(
  archive: Archive,
  boardId: string,
  { number, at, reason, isNamed, clocks }: BoardFile['moments'][number],
): BroughtMoment {
  const json = archive.words(paths.moment(boardId, number))
  const vector = Uint8Array.from(Buffer.from(clocks, 'base64'))
  need(isGoodMoment(JSON.parse(json)) && isGoodClocks(vector))
  return {
    number,
    at,
    reason: MomentReason.parse(reason),
    isNamed,
    digest: Uint8Array.from(createHash('sha256').update(json).digest()),
    clocks: vector,
    records: packed(json),
  }
}

function mergesIn(archive: Archive, { merges }: HistoryFile): Brought['merges'] {
  return merges.map(({ number, state, at }) => {
    const { applied, beside } = archive.json(paths.merge(number), MergeFile)
    need(isGoodApplied(applied) && (beside === null || isGoodApplied(beside)))
    return {
      number,
      state,
      at,
      applied: packApplied(applied as never),
      beside: beside === null ? undefined : packApplied(beside as never),
    }
  })
}

function versionsIn(
  archive: Archive,
  { versions }: HistoryFile,
  session: Session,
): Pick<Brought, 'versions' | 'pictures'> {
  const saved = session.versions.saved.map(({ number, hash }) => `${number} ${hash}`)
  need(
    sameSet(
      saved,
      versions.map(({ number, hash }) => `${number} ${hash}`),
    ),
  )
  const kept = versions.map((version) => {
    const content = archive.words(paths.version(version.number))
    need(sha256(content) === version.hash && VisionContent.safeParse(JSON.parse(content)).success)
    return { ...version, content }
  })
  const named = new Set(kept.flatMap(({ content }) => picturesIn(content)))
  const pictures = [...named].map((hash) => {
    const bytes = Uint8Array.from(archive.need(paths.picture(hash)))
    need(sha256(bytes) === hash && isBarePicture(bytes, 'png'))
    return { hash, bytes }
  })
  return { versions: kept, pictures }
}

function imagesIn(archive: Archive, { images }: HistoryFile, boards: readonly string[]) {
  return images.map(({ name, boards: shown }) => {
    const bytes = Uint8Array.from(archive.need(paths.image(name)))
    // Its name says what is in it, as everywhere. Whether it can be drawn is looked at before it is kept.
    need(name === `${sha256(bytes)}.webp` && isBarePicture(bytes, 'webp'))
    need(shown.every((id) => boards.includes(id)))
    return { name, mimeType: 'image/webp', bytes, boards: shown }
  })
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const [ones, others] = [new Set(one), new Set(other)]
  return ones.size === one.length && ones.size === others.size && one.every((id) => others.has(id))
}

function need(isGood: boolean): void {
  if (!isGood) throw new ArchiveRefusedError('archive-damaged')
}
