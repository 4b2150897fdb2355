import type { BoardId, GroupId, RecordId } from '@stip/primitives'
import { fieldsOf } from './fields.ts'
import type { Fields, Source, StoredRecord } from './record.ts'

/**
 * Under this name in its `meta` a record says what it was copied from, as 'board/record'. Anybody can
 * say so; where it comes from (`sources`) only the server writes, from what it knows itself.
 */
export const COPY_OF = 'copyOf'

/** What {@link COPY_OF} says of a copy. */
export function copyName(board: BoardId, record: RecordId): string {
  return `${board}/${record}`
}

/** Where something stands that is copied. */
export interface CopiedFrom {
  readonly board: BoardId
  /** '' of a board that is of no group. */
  readonly group: GroupId
  /** The number of the last merge. */
  readonly merge: number
}

/**
 * Where a copy comes from: from where its original does, so that it leads back to who wrote it, or
 * else from that itself. With the words as they were there.
 */
export function sourcesOfCopy(
  { record, sources, base }: StoredRecord,
  { board, group, merge }: CopiedFrom,
): { readonly sources: readonly Source[]; readonly base: Fields } {
  if (sources.length > 0) return { sources, base: wordsIn(base ?? {}) }
  const source = { board, record: record.id, revision: merge, group }
  return { sources: [source], base: wordsIn(fieldsOf(record)) }
}

const wordy: ReadonlySet<string> = new Set(['t', 'p.text', 'p.title', 'p.name', 'p.altText'])

function wordsIn(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => wordy.has(key)))
}
