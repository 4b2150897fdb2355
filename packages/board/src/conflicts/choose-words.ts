import type { RecordId } from '@stip/primitives'
import { fieldsOf } from '../fields.ts'
import { sameValue } from '../merge/merge-memory.ts'
import type { ChangeWrite } from '../merge/merge-plan.ts'
import type { StoredRecord } from '../record.ts'
import { withWords, wordsMemoryOf } from './words-memory.ts'
import type { WordsChoice } from './words-memory.ts'

/**
 * Plans the choice between words of the vision and those of a group, or takes it back ('open'). Nothing
 * when it is so already, or when there is nothing to choose.
 */
export function chooseWords(
  vision: readonly StoredRecord[],
  { record: id, choice }: { readonly record: RecordId; readonly choice: WordsChoice | 'open' },
): readonly ChangeWrite[] {
  const stored = vision.find(({ record }) => record.id === id)
  const words = wordsMemoryOf(stored?.base)
  if (stored?.base === undefined || words === undefined || stored.isGone) return []
  const now = fieldsOf(stored.record)['t'] ?? null
  const { agreed, chosen } = words
  if (choice === 'open') {
    if (chosen === undefined) return []
    // What was written since stays.
    const goesBack = chosen.choice === 'theirs' && sameValue(now, chosen.source)
    const base = withWords(stored.base, { agreed })
    return [{ kind: 'change', id, fields: goesBack ? { t: chosen.was } : {}, base }]
  }
  if (chosen !== undefined) return []
  const source = stored.base['t'] ?? null
  const base = withWords(stored.base, { agreed, chosen: { choice, source, was: now } })
  return [{ kind: 'change', id, fields: choice === 'theirs' ? { t: source } : {}, base }]
}

/** What was chosen of the words of a record; undefined while nobody did. */
export function chosenOf(stored: StoredRecord | undefined): WordsChoice | undefined {
  return wordsMemoryOf(stored?.base)?.chosen?.choice
}
