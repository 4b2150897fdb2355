import type { RecordId } from '@stip/primitives'

/** Room between two sentences, in board pixels. */
const GAP = 16

/** A text in a zone for sentences: where it begins on paper, and how high it is. */
export interface Sentence {
  readonly y: number
  readonly below: number
}

/**
 * Sentences in one zone stand below each other: one that gets longer moves those after it down.
 *
 * @returns How much lower than on paper each begins, where that is not nothing, and where the last ends.
 */
export function belowEachOther(sentences: ReadonlyMap<RecordId, Sentence>): {
  readonly lowered: ReadonlyMap<RecordId, number>
  readonly end: number
} {
  const lowered = new Map<RecordId, number>()
  let end = -Infinity
  const sorted = [...sentences].toSorted(
    ([one, { y }], [other, { y: otherY }]) => y - otherY || (one < other ? -1 : 1),
  )
  for (const [id, { y, below }] of sorted) {
    const from = Math.max(y, Math.ceil(end + GAP))
    if (from > y) lowered.set(id, from - y)
    end = Math.max(end, from + below)
  }
  return { lowered, end }
}
