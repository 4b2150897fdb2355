import type { RecordId } from '@stip/primitives'
import { sameValue } from '../merge/merge-memory.ts'
import { wordsOn } from '../outline/words.ts'
import type { BoardRecord, Fields } from '../record.ts'
import { wordsMemoryOf } from './words-memory.ts'

/** Words on the vision that a group changed as well, since they last were the same. */
export interface WordsConflict {
  readonly id: RecordId
  /** Of the group. */
  readonly letter: string
  readonly ours: string
  readonly theirs: string
}

/**
 * The texts of which both the vision and a group made something else, and nobody chose yet.
 *
 * @param records - What stands on the vision.
 * @param baseOf - The memory of a record there.
 */
export function openConflicts(
  records: Iterable<BoardRecord>,
  baseOf: (id: RecordId) => Fields | undefined,
): readonly WordsConflict[] {
  const found: WordsConflict[] = []
  for (const record of records) {
    const { id, meta, props } = record
    if (record.typeName !== 'shape' || props['richText'] === undefined) continue
    const base = baseOf(id)
    const words = wordsMemoryOf(base)
    const theirText = base?.['t']
    if (words === undefined || words.chosen !== undefined || theirText === undefined) continue
    // The merge that brought the words of the group was undone.
    if (sameValue(theirText, words.agreed)) continue
    const ours = wordsOn(record).trim()
    const theirs = wordsOn({ ...record, props: { ...props, richText: theirText } }).trim()
    if (ours === theirs) continue
    const letter = typeof meta['group'] === 'string' ? meta['group'] : ''
    found.push({ id, letter, ours, theirs })
  }
  return found.toSorted((one, other) => (one.id < other.id ? -1 : 1))
}
