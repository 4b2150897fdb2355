import type { GroupId, RecordId } from '@stip/primitives'
import type { MergeInput } from '../merge/merge-plan.ts'

/** What collecting looks at. Nothing in it is ever changed. */
export interface CollectInput extends MergeInput {
  /** Where what goes, in the order of the evening: new things go to the last place that takes them. */
  readonly places: readonly CollectPlace[]
}

/** A zone that takes something of what groups made: of the vision, or of the group itself. */
export interface CollectPlace {
  readonly zone: RecordId
  readonly what: 'key-cards' | 'drawing' | 'sentences' | 'cards'
  /** Zones on group boards, or on the vision itself; none for hoofdpunten, wherever they lie. */
  readonly from: readonly RecordId[]
  /** Only of this group; undefined: of all of them. */
  readonly group: GroupId | undefined
}
