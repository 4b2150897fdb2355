import type { CommandAnswer } from '@stip/api'
import type { StoredRecord } from '@stip/board'
import {
  bringBack,
  contributionsTo,
  CREATION,
  readBoard,
  readRecord,
  takeAway,
} from '@stip/documents'
import { ok, refuse } from '@stip/primitives'
import type { BoardId, JsonObject, PersonId, RecordId, Result } from '@stip/primitives'
import type { Room } from '@stip/sync/room'
import { notePutBack, noteTakenAway } from '@stip/workshop'
import type { CommandRefusal, Session, TakenRecord } from '@stip/workshop'
import type * as Y from 'yjs'
import { RequestRefusedError } from '../errors.ts'
import type { Services } from '../services.ts'
import type { Intent } from '../storage/intent-store.ts'

type Outcome = Result<CommandAnswer, CommandRefusal>
type TakeAwayIntent = Intent & { readonly kind: 'take-away' }
type PutBackIntent = Intent & { readonly kind: 'put-back' }

interface Chosen {
  readonly boardId: BoardId
  readonly recordId: RecordId
  readonly reason: string
}

/**
 * Takes a remark away (weghalen), with its copies on other boards: no word of it stands in what
 * anybody is sent any more. It is noted first, and answered when no board holds it. Also after the
 * end: what hurts somebody may be found later.
 *
 * @throws {RequestRefusedError} 'no-such-record' when there is none, or when it is the template's.
 */
export async function takeAwayRemark(
  services: Services,
  session: Session,
  key: string,
  { boardId, recordId, reason }: Chosen,
): Promise<Outcome> {
  const { desk, storage, newId, now } = services
  if (!session.boards.some(({ id }) => id === boardId)) return refuse('no-such-board')
  const found = await remarkWithCopies(services, session, { boardId, recordId })
  if (found.length === 0) throw new RequestRefusedError('no-such-record')
  const records = found.map(({ room, stored }): TakenRecord => {
    const { boardId: where } = room
    return { boardId: where, recordId: stored.record.id, stored: stored as unknown as JsonObject }
  })
  const id = newId()
  const authors = authorsOf(session, found)
  const noted = noteTakenAway(session, { id, at: now(), reason, boardId, records, authors })
  if (!noted.ok) return refuse(noted.refusal)
  const intent = { kind: 'take-away', key, takenAway: id } as const
  desk.commit(noted.value, () => storage.intents.record(session.id, intent))
  return ok(await settleTakeAway(services, noted.value, intent))
}

/** Takes away what it was noted of, on every board that still holds some of it. */
export async function settleTakeAway(
  services: Services,
  session: Session,
  { key, takenAway: id }: TakeAwayIntent,
): Promise<CommandAnswer> {
  const records = session.takenAway?.find((each) => each.id === id)?.records ?? []
  await onBoards(services, records, (doc, taken) => {
    for (const { recordId } of taken) takeAway(doc, recordId)
  })
  return noteSettled(services, session, key, { revision: session.revision, takenAway: { id } })
}

/**
 * Puts back what was taken away, as it was then. It is noted first, so that no board that opens
 * meanwhile takes it away again.
 */
export async function putBackRemark(
  services: Services,
  session: Session,
  key: string,
  { id }: { readonly id: string },
): Promise<Outcome> {
  const { desk, storage } = services
  const taken = session.takenAway?.find((each) => each.id === id)
  const noted = notePutBack(session, id)
  if (taken === undefined || !noted.ok) return refuse('nothing-to-undo')
  const intent = { kind: 'put-back', key, records: taken.records } as const
  desk.commit(noted.value, () => storage.intents.record(session.id, intent))
  return ok(await settlePutBack(services, noted.value, intent))
}

/** Brings back what was noted to be put back, on every board on which it is still away. */
export async function settlePutBack(
  services: Services,
  session: Session,
  { key, records }: PutBackIntent,
): Promise<CommandAnswer> {
  await onBoards(services, records, (doc, taken) => {
    for (const { stored } of taken) bringBack(doc, stored as unknown as StoredRecord)
  })
  return noteSettled(services, session, key, { revision: session.revision })
}

/** Changes the boards that records stand on, each in one edit. */
async function onBoards(
  { rooms, history }: Services,
  records: readonly TakenRecord[],
  change: (doc: Y.Doc, records: readonly TakenRecord[]) => void,
): Promise<void> {
  for (const [boardId, ofBoard] of Map.groupBy(records, (each) => each.boardId)) {
    // oxlint-disable-next-line no-await-in-loop
    const room = await rooms.open(boardId)
    // oxlint-disable-next-line no-await-in-loop
    await room.edit((doc) => change(doc, ofBoard))
    history.changed(boardId)
  }
}

function noteSettled(
  { desk, storage }: Services,
  session: Session,
  key: string | undefined,
  answer: CommandAnswer,
): CommandAnswer {
  desk.commit(session, () => {
    if (key !== undefined) storage.sessions.keepAnswer(session.id, key, answer)
    storage.intents.remove(session.id)
  })
  return answer
}

interface Place {
  readonly boardId: BoardId
  readonly recordId: RecordId
}

interface Found {
  readonly room: Room
  readonly stored: StoredRecord
}

/** A remark, what it is a copy of, and what was copied from those: on every board of the session. */
async function remarkWithCopies(
  { rooms }: Services,
  session: Session,
  first: Place,
): Promise<readonly Found[]> {
  const open = await Promise.all(
    session.boards.map(async ({ id }) => {
      const room = await rooms.open(id)
      await room.settled()
      return room
    }),
  )
  const byId = new Map(open.map((room) => [room.boardId, room]))
  const found = new Map<string, Found>()
  const waiting: Place[] = [first]
  for (const { boardId, recordId } of waiting) {
    const room = byId.get(boardId)
    const stored = room?.read((doc) => readRecord(doc, recordId))
    const name = `${boardId} ${recordId}`
    if (room === undefined || stored === undefined || found.has(name)) continue
    if (stored.isTemplate || stored.isTakenAway === true) continue
    found.set(name, { room, stored })
    waiting.push(...sourceOf(stored), ...copiesOf(open, { boardId, recordId }))
  }
  return [...found.values()]
}

/** What something is a copy of. What was made of several is more than any of them. */
function sourceOf({ sources }: Pick<StoredRecord, 'sources'>): readonly Place[] {
  const [only, ...others] = sources
  if (only === undefined || others.length > 0) return []
  return [{ boardId: only.board, recordId: only.record }]
}

function copiesOf(open: readonly Room[], { boardId, recordId }: Place): readonly Place[] {
  return open.flatMap((room) =>
    room.read(readBoard).flatMap((stored) => {
      const [source] = sourceOf(stored)
      return source?.boardId === boardId && source.recordId === recordId
        ? [{ boardId: room.boardId, recordId: stored.record.id }]
        : []
    }),
  )
}

/** Who wrote the words; of what has none, who made it. */
function authorsOf(session: Session, found: readonly Found[]): readonly PersonId[] {
  const people = new Set(session.people.map(({ id }) => id))
  const ownersOf = (isWanted: (field: string) => boolean): PersonId[] =>
    found.flatMap(({ room, stored }) =>
      room
        .read((doc) => contributionsTo(doc, stored.record.id))
        .filter(({ field }) => isWanted(field))
        .flatMap(({ client }) => room.ownerOf(client) ?? [])
        .filter((owner) => people.has(owner)),
    )
  const words = ownersOf((field) => wordy.has(field))
  return [...new Set(words.length > 0 ? words : ownersOf((field) => field === CREATION))]
}

const wordy: ReadonlySet<string> = new Set(['t', 'p.text', 'p.title', 'p.name', 'p.altText'])
