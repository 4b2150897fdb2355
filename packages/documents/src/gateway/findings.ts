import type { RecordId } from '@stip/primitives'
import type { RecordDraft } from './containers.ts'
import type { Work } from './work.ts'

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
  /** Characters and elements added to the text of a record, less those removed. */
  readonly textGrowth: Map<RecordId, number>
  /** What it takes to find out. */
  readonly work: Work
}

/** Findings about an update of which nothing was read yet. */
export function noFindings(work: Work): Findings {
  return { touched: new Set(), created: new Map(), fields: [], textGrowth: new Map(), work }
}

/** Counts what was added to a text, or removed from it when `amount` is negative. */
export function countText({ textGrowth }: Findings, record: RecordId, amount: number): void {
  textGrowth.set(record, (textGrowth.get(record) ?? 0) + amount)
}
