import type { RecordId } from '@stip/primitives'
import { COPY_OF } from '../copy-origin.ts'
import { wordsOn } from '../outline/words.ts'
import type { BoardRecord } from '../record.ts'

/** What a copy repeats: that of which it is a copy, when that stands on the same board and says the same. */
export function repeatedBy<Record extends BoardRecord>(
  copy: Record,
  onBoard: ReadonlyMap<RecordId, Record>,
): Record | undefined {
  const name = copy.meta[COPY_OF]
  if (typeof name !== 'string') return undefined
  const original = onBoard.get(name.slice(name.indexOf('/') + 1))
  const words = wordsOn(copy).trim()
  const isRepeat =
    original !== undefined &&
    original.id !== copy.id &&
    words !== '' &&
    words === wordsOn(original).trim()
  return isRepeat ? original : undefined
}
