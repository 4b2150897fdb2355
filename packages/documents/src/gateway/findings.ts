import type { RecordId } from '@stip/primitives'
import type { RecordDraft } from './structs/containers.ts'
import type { Work } from './totals/work.ts'

/** A field of a record that an update writes. */
export interface FieldWrite {
  readonly record: RecordId
  readonly key: string
  readonly value: unknown
}

/** What an update would do to a board, in terms of records. */
export interface Findings {
  /** Every record it writes in. */
  readonly touched: Set<RecordId>
  readonly created: Map<RecordId, RecordDraft>
  readonly fields: FieldWrite[]
  /** Keys of records under which it wrote what it then replaced or took away. */
  readonly emptied: { readonly record: RecordId; readonly key: string }[]
  /** Characters and elements added to the text of a record, less those removed. */
  readonly textGrowth: Map<RecordId, number>
  /** What it adds to the weight of the board, less what it takes away; see `weights.ts`. */
  weight: number
  /** Records of which it takes away that they are gone. */
  readonly revived: Set<RecordId>
  /** What it takes to find out. */
  readonly work: Work
}

/** Findings about an update of which nothing was read yet. */
export function noFindings(work: Work): Findings {
  return {
    touched: new Set(),
    created: new Map(),
    fields: [],
    emptied: [],
    textGrowth: new Map(),
    weight: 0,
    revived: new Set(),
    work,
  }
}

/** Counts what was added to a text, or removed from it when `amount` is negative. */
export function countText({ textGrowth }: Findings, record: RecordId, amount: number): void {
  textGrowth.set(record, (textGrowth.get(record) ?? 0) + amount)
}
