import type { BoardRecord } from '@stip/board'
import type { RecordId } from '@stip/primitives'
import type * as Y from 'yjs'
import { recordMap } from '../schema/layout.ts'
import { readRecord } from '../record/read-record.ts'
import { plainTextOf } from '../text/rich-text.ts'
import type { OwnChange } from './own-changes.ts'

/** A change that found no place on the board, told to whoever made it. */
export interface NotPlaced {
  readonly id: RecordId
  /** Kind of shape: 'note', 'draw', … */
  readonly kind: string
  readonly what: 'made' | 'changed' | 'removed'
  /** The words of the record as this person had them; empty when it has none. */
  readonly text: string
}

/**
 * What is to be told of changes that found no place. What is tied to something else (bindings,
 * files of images) goes unmentioned, and so does what this person made and took away again.
 *
 * @param board - The server's board, when there is one: what it never had was made here.
 */
export function describeNotPlaced(
  mine: Y.Doc,
  changes: readonly OwnChange[],
  board?: Y.Doc,
): readonly NotPlaced[] {
  return changes.flatMap(({ id, keys }) => {
    const stored = readRecord(mine, id)
    if (stored?.record.typeName !== 'shape') return []
    const isNew = board === undefined ? keys.has('') : recordMap(board, id) === undefined
    if (isNew && stored.isGone) return []
    const removed = stored.isGone ? 'removed' : 'changed'
    const what = isNew ? 'made' : removed
    return [{ id, kind: stored.record.type, what, text: wordsOf(stored.record) }]
  })
}

function wordsOf({ props }: BoardRecord): string {
  const { richText, text, name } = props
  const words = richText === undefined ? (text ?? name) : plainTextOf(richText)
  return typeof words === 'string' ? words.trim() : ''
}
