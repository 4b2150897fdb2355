import { paths, plainName } from '@stip/report/archive'
import type { EventsFile, HistoryFile } from '@stip/report/archive'
import type { BoardId } from '@stip/primitives'
import { archivedEvent, archivedSession, capacityTold, roomBoards } from '@stip/workshop'
import type { Session } from '@stip/workshop'
import { addressOf } from '../images/image-boards.ts'
import { isPhotoTakenAway } from '../images/taken-photos.ts'
import type { Services } from '../services.ts'
import { sessionText } from '../storage/sessions/session-state.ts'
import { unpackApplied } from '../storage/stores/applied.ts'
import type { Applied } from '../storage/stores/applied.ts'
import type { Asker } from '../turns.ts'
import { jsonBytes, textBytes } from './archived-file.ts'
import type { ArchivedFile, PieceName } from './archived-file.ts'
import { boardFiles } from './board-files.ts'
import { versionFiles } from './version-files.ts'

/** What a generator of files is made with. */
export interface Archiving {
  readonly services: Services
  readonly session: Session
  readonly asker: Asker
  /** Gets every piece of the dossier before its files come. */
  readonly pieces: Map<string, PieceName>
}

const DATA = 'gegevens'

/** Every file of an archive of a session, one by one: what another Stip reads, and what people read. */
export async function* sessionFiles(archiving: Archiving): AsyncGenerator<ArchivedFile> {
  const { services, session, pieces } = archiving
  pieces.set(DATA, {
    id: DATA,
    name: 'Gegevens van de bijeenkomst, voor Stip',
    description: 'Alles waarmee een andere Stip dezelfde bijeenkomst opent.',
    madeAt: session.course.endedAt ?? session.course.createdAt,
  })
  const data = (path: string, bytes: Uint8Array, mediaType = 'application/json'): ArchivedFile => ({
    path,
    bytes,
    mediaType,
    use: 'data',
    piece: DATA,
  })
  yield data(paths.session, textBytes(sessionText(archivedSession(session))))
  yield data(paths.events, jsonBytes(await eventsOf(services, session)))
  const history = await historyOf(services, session)
  yield data(paths.history, jsonBytes(history))
  for (const { number } of history.merges) {
    // One at a time: each may be megabytes.
    // oxlint-disable-next-line no-await-in-loop
    const merge = await services.storage.merges.find({ sessionId: session.id, number })
    if (merge !== undefined) yield data(paths.merge(number), jsonBytes(mergeFile(session, merge)))
  }
  for (const { name } of history.images) {
    // oxlint-disable-next-line no-await-in-loop
    const image = await services.storage.images.read(session.id, name)
    if (image !== undefined) yield data(paths.image(name), image.bytes, image.mimeType)
  }
  yield* versionFiles(archiving, history, data)
  for (const [place, { id }] of roomBoards(session).entries()) {
    yield* boardFiles(archiving, id, readableName(session, id, place), data)
  }
}

/** Makes a file of what another Stip reads. */
export type DataFile = (path: string, bytes: Uint8Array, mediaType?: string) => ArchivedFile

async function eventsOf({ storage }: Services, { id }: Session): Promise<EventsFile> {
  const kept = await storage.sessions.eventsOf(id)
  return kept.map(({ sequence, revision, at, by, who, event }) => ({
    sequence,
    revision,
    at,
    by: capacityTold({ by }, event),
    // Facilitators are told apart; of who takes part it is told in the event, where it is told.
    ...(by === 'facilitator' && who !== undefined && { who }),
    event: archivedEvent(event) as unknown as EventsFile[number]['event'],
  }))
}

async function historyOf(
  { storage, images, history }: Services,
  session: Session,
): Promise<HistoryFile> {
  const kept = new Map<string, BoardId[]>()
  for (const { name, boardId } of await storage.imageBoards.ofSession(session.id)) {
    kept.set(name, [...(kept.get(name) ?? []), boardId])
  }
  const room = new Set(roomBoards(session).map(({ id }) => id))
  const shown: HistoryFile['images'] = []
  for (const { name } of await storage.assets.list(session.id)) {
    if (isPhotoTakenAway(session, addressOf(session.id, name))) continue
    // One after the other: each may open boards.
    // oxlint-disable-next-line no-await-in-loop
    if (!(await images.mayRead(session, [{ role: 'facilitator' }], name))) continue
    shown.push({ name, boards: (kept.get(name) ?? []).filter((id) => room.has(id)) })
  }
  const versions = await storage.versions.list(session.id)
  // Whether names are shown is noted when somebody asks.
  await history.authorship.period(session)
  return {
    periods: [...(await storage.authorship.periods(session.id))],
    merges: [...(await storage.merges.list(session.id))],
    versions: versions.map(({ number, hash, at }) => ({ number, hash, at })),
    images: shown,
    boards: [...room],
  }
}

/** What a merge did, without what was taken away since. */
function mergeFile(
  { boards, takenAway }: Session,
  { applied, beside }: { readonly applied: Applied; readonly beside: Applied | undefined },
) {
  const away = (kind: 'vision' | 'side-by-side'): ReadonlySet<string> => {
    const board = boards.find((each) => each.kind === kind)?.id
    const records = takenAway.flatMap((each) => each.records)
    return new Set(records.filter(({ boardId }) => boardId === board).map((each) => each.recordId))
  }
  const [vision, besides] = [away('vision'), away('side-by-side')]
  return {
    applied: unpackApplied(applied).filter(({ id }) => !vision.has(id)),
    beside:
      beside === undefined ? null : unpackApplied(beside).filter(({ id }) => !besides.has(id)),
  }
}

function readableName({ boards, people }: Session, boardId: BoardId, place: number): string {
  const board = boards.find(({ id }) => id === boardId)
  const group = people.groups.find(({ id }) => id === board?.groupId)
  const names = { plenary: 'Plenair bord', vision: 'Visie', 'side-by-side': 'Alle borden' } as const
  const kind = board?.kind ?? 'plenary'
  const name =
    kind === 'group' || kind === 'private' ? `Bord van ${group?.name ?? ''}` : names[kind]
  return `${String(place + 1).padStart(2, '0')}-${plainName(name)}`
}
