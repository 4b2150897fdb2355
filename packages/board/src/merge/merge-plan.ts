import type { BoardId, GroupId, Json, RecordId } from '@stip/primitives'
import type { BoardRecord, Fields, Source, StoredRecord } from '../record.ts'
import type { ZoneShapeColor } from '../zone.ts'

/** The group whose board is merged, as the vision shows it: always letter, name and colour together. */
export interface MergeGroup {
  readonly id: GroupId
  readonly letter: string
  readonly name: string
  readonly color: ZoneShapeColor
}

/** A group board (groepsbord) as it stands when the facilitator merges: everything on it, also what is gone. */
export interface SourceBoard {
  readonly board: BoardId
  readonly group: MergeGroup
  readonly records: readonly StoredRecord[]
}

/** What a merge (samenvoegen) looks at. Nothing in it is ever changed. */
export interface MergeInput {
  readonly boards: readonly SourceBoard[]
  /** The vision board as it is now, also what is gone on it. */
  readonly vision: readonly StoredRecord[]
  /** Number of this merge; it ends up in the sources of what the merge writes. */
  readonly merge: number
}

/** One change of the vision board, written by the server. */
export type Write = CreateWrite | ChangeWrite

export interface CreateWrite {
  readonly kind: 'create'
  readonly record: BoardRecord
  readonly sources: readonly Source[]
  readonly base: Fields
  readonly isTemplate: boolean
}

export interface ChangeWrite {
  readonly kind: 'change'
  readonly id: RecordId
  /** New values; 'gone' hides a record or brings it back, null empties a field of `meta`. May be empty. */
  readonly fields: Fields
  readonly sources?: readonly Source[]
  readonly base?: Fields
}

/** A field that changed on both sides; the vision's value stays. */
export interface Conflict {
  readonly id: RecordId
  readonly key: string
  readonly source: Json
  readonly vision: Json
}

/** What the facilitator reads after a merge. Shapes are counted, not their bindings and assets. */
export interface MergeSummary {
  /** New on the vision, or back on it. */
  readonly added: number
  readonly updated: number
  /** Deleted at the source since the last merge. */
  readonly withdrawn: number
  readonly unchanged: number
  /** Fields that changed on both sides, of which the vision's value was kept. */
  readonly kept: number
}

/** What of the board of one group is new to the vision; counted as in a summary. */
export interface BoardChanges {
  readonly board: BoardId
  readonly added: number
  readonly updated: number
  readonly withdrawn: number
  readonly kept: number
  /** Parts of drawings, which are counted nowhere else. */
  readonly drawn: number
}

export interface MergePlan {
  readonly writes: readonly Write[]
  readonly summary: MergeSummary
  /** The same board by board, of those of which anything is new. */
  readonly boards: readonly BoardChanges[]
  readonly conflicts: readonly Conflict[]
  /** Assets that this plan brings to the vision; whoever reads the vision must be able to load them. */
  readonly assets: readonly RecordId[]
}
