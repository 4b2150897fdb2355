import type { BoardId, JsonObject, PersonId, RecordId } from '@stip/primitives'

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

export interface WithTakenAway {
  /** Remarks that the facilitator took away and did not put back. */
  readonly takenAway: readonly TakenAway[]
}

export type TakenAwayEvent =
  | { readonly type: 'remark-taken-away'; readonly taken: TakenAway }
  /** Something that came of it, and goes with it. */
  | {
      readonly type: 'more-taken-away'
      readonly id: string
      readonly records: readonly TakenRecord[]
    }
  | { readonly type: 'remark-put-back'; readonly id: string }

/** With what a record was taken away; undefined when it was not. */
export function takenAwayWith(
  { takenAway }: WithTakenAway,
  { boardId, recordId }: Pick<TakenRecord, 'boardId' | 'recordId'>,
): TakenAway | undefined {
  return takenAway.find(({ records }) =>
    records.some((each) => each.boardId === boardId && each.recordId === recordId),
  )
}

/** What was taken away from a board, by name. */
export function takenAwayOn({ takenAway }: WithTakenAway, boardId: BoardId): ReadonlySet<RecordId> {
  const records = takenAway.flatMap((each) => each.records)
  return new Set(records.filter((each) => each.boardId === boardId).map(({ recordId }) => recordId))
}

/** What somebody is told of what they wrote. */
export function takenAwayOf(
  { takenAway }: WithTakenAway,
  personId: PersonId,
): readonly Pick<TakenAway, 'id' | 'reason'>[] {
  return takenAway
    .filter(({ authors }) => authors.includes(personId))
    .map(({ id, reason }) => ({ id, reason }))
}
