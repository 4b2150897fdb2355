import { refuse, ok } from '@stip/primitives'
import type { BoardId, JsonObject, PersonId, RecordId, Result } from '@stip/primitives'
import type { Session } from '../session/session.ts'
import { requiredText } from '../ability/text.ts'

/** Longest reason that somebody reads, in letters. */
const REASON_LENGTH = 200

/** A remark that the facilitator took away (weghalen), with its copies on other boards. */
export interface TakenAway {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** For who wrote it. */
  readonly reason: string
  /** Where it was taken away. */
  readonly boardId: BoardId
  /** What stood there, on that board and where it was copied to or from; nobody but the server sees it. */
  readonly records: readonly TakenRecord[]
  /** Who wrote it: told why, and named to nobody. */
  readonly authors: readonly PersonId[]
}

/** A record as it was, as the board keeps it. */
export interface TakenRecord {
  readonly boardId: BoardId
  readonly recordId: RecordId
  readonly stored: JsonObject
}

/** Notes that something was taken away, before it is. */
export function noteTakenAway(
  session: Session,
  taken: TakenAway,
): Result<Session, 'text-too-long' | 'text-missing'> {
  const reason = requiredText(taken.reason, REASON_LENGTH)
  if (!reason.ok) return reason
  return ok({
    ...session,
    takenAway: [...(session.takenAway ?? []), { ...taken, reason: reason.value }],
    revision: session.revision + 1,
  })
}

/** Notes what came of something after it was taken away, and goes with it. */
export function noteAwayToo(
  session: Session,
  id: string,
  records: readonly TakenRecord[],
): Session {
  const takenAway = (session.takenAway ?? []).map((each) =>
    each.id === id ? { ...each, records: [...each.records, ...records] } : each,
  )
  return { ...session, takenAway, revision: session.revision + 1 }
}

/** With what a record was taken away; undefined when it was not. */
export function takenAwayWith(
  session: Session,
  { boardId, recordId }: Pick<TakenRecord, 'boardId' | 'recordId'>,
): TakenAway | undefined {
  return session.takenAway?.find(({ records }) =>
    records.some((each) => each.boardId === boardId && each.recordId === recordId),
  )
}

/** Notes that it is there again; who wrote it is told nothing any more. */
export function notePutBack(session: Session, id: string): Result<Session, 'nothing-to-undo'> {
  const left = (session.takenAway ?? []).filter((each) => each.id !== id)
  if (left.length === (session.takenAway ?? []).length) return refuse('nothing-to-undo')
  return ok({ ...session, takenAway: left, revision: session.revision + 1 })
}

/** What was taken away from a board, by name. */
export function takenAwayOn(session: Session, boardId: BoardId): ReadonlySet<RecordId> {
  const records = (session.takenAway ?? []).flatMap((each) => each.records)
  return new Set(records.filter((each) => each.boardId === boardId).map(({ recordId }) => recordId))
}

/** What somebody is told of what they wrote. */
export function takenAwayOf(
  session: Session,
  personId: PersonId,
): readonly Pick<TakenAway, 'id' | 'reason'>[] {
  return (session.takenAway ?? [])
    .filter(({ authors }) => authors.includes(personId))
    .map(({ id, reason }) => ({ id, reason }))
}
