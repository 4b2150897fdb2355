import type { CommandAnswer } from '@stip/api'
import type { StoredRecord } from '@stip/board'
import { bringBack, takeAway } from '@stip/documents'
import { ok, refuse } from '@stip/primitives'
import type { BoardId, RecordId, Result } from '@stip/primitives'
import { isRoomBoard } from '@stip/workshop'
import type { CommandRefusal, Session, TakenRecord } from '@stip/workshop'
import type * as Y from 'yjs'
import { RequestRefusedError } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { commandAnswered, intentEnded } from '../../sessions/also-written.ts'
import type { Intent } from '../../storage/stores/intent-store.ts'
import type { Press } from '../press.ts'
import { whatGoesAlong } from './what-goes-along.ts'

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
  press: Press,
  { boardId, recordId, reason }: Chosen,
): Promise<Outcome> {
  const { desk, newId, now } = services
  if (!isRoomBoard(session, boardId)) return refuse('no-such-board')
  const along = await whatGoesAlong(services, session, { boardId, recordId })
  if (along.records.length === 0) throw new RequestRefusedError('no-such-record')
  const id = newId()
  const taken = { id, at: now(), reason, boardId, ...along }
  const noted = desk.decide(session, {
    actor: 'server',
    asked: press.asked,
    command: { type: 'note-taken-away', taken },
  })
  if (!noted.ok) return refuse(noted.refusal)
  const intent = { ...press, kind: 'take-away', takenAway: id } as const
  await desk.commit(noted.value, [{ kind: 'intent-begun', intent }])
  return ok(await settleTakeAway(services, noted.value.session, intent))
}

/** Takes away what it was noted of, on every board that still holds some of it. */
export async function settleTakeAway(
  services: Services,
  session: Session,
  { key, takenAway: id }: TakeAwayIntent,
): Promise<CommandAnswer> {
  const records = session.takenAway.find((each) => each.id === id)?.records ?? []
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
  press: Press,
  { id }: { readonly id: string },
): Promise<Outcome> {
  const { desk } = services
  const taken = session.takenAway.find((each) => each.id === id)
  const noted = desk.decide(session, {
    actor: 'server',
    asked: press.asked,
    command: { type: 'note-put-back', id },
  })
  if (taken === undefined || !noted.ok) return refuse('nothing-to-undo')
  const intent = { ...press, kind: 'put-back', records: taken.records } as const
  await desk.commit(noted.value, [{ kind: 'intent-begun', intent }])
  return ok(await settlePutBack(services, noted.value.session, intent))
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

async function noteSettled(
  { desk }: Services,
  session: Session,
  key: string | undefined,
  answer: CommandAnswer,
): Promise<CommandAnswer> {
  await desk.write(session, [...commandAnswered(key, answer), intentEnded])
  return answer
}
