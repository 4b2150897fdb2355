import type { BoardId, GroupId, Json, JsonObject, RecordId } from '@stip/primitives'

/**
 * One thing on a board as plain data, in the shape tldraw gives its shapes, bindings and assets.
 * Rich text stands in `props.richText` as TipTap JSON.
 */
export interface BoardRecord {
  readonly id: RecordId
  readonly typeName: 'shape' | 'binding' | 'asset'
  readonly type: string
  readonly props: JsonObject
  readonly meta: JsonObject
  readonly [key: string]: Json
}

/** Where a record came from (waar komt dit vandaan). Written by the server only. */
export interface Source {
  readonly board: BoardId
  readonly record: RecordId
  /** The number of the merge that last looked at the source. */
  readonly revision: number
  /** '' when its board is of no group. */
  readonly group: GroupId
}

/** A record together with what the board knows about it. */
export interface StoredRecord {
  readonly record: BoardRecord
  /** Deleted by a person; it stays in the document and can be brought back. */
  readonly isGone: boolean
  /** Taken away by the facilitator (weghalen), with all that it said; gone, and for nobody to bring back. */
  readonly isTakenAway?: boolean
  /** Part of a step's template: locked, made by the server. */
  readonly isTemplate: boolean
  readonly sources: readonly Source[]
  /** The source as it was when last merged; the middle of the three-way comparison. */
  readonly base: Fields | undefined
}

/**
 * A record cut into the pieces that change independently, as the board document stores them:
 * 'xy' [x, y] or [x, y, parentId] when the parent is not the page, 'pi' [parentId, index],
 * 'p.<prop>', 'm.<meta>', 't' (rich text, TipTap JSON), 'gone', and any other top-level key by its own name.
 */
export type Fields = { readonly [key: string]: Json }
