import type { RecordId } from '@stip/primitives'

/** Room between two sentences, in board pixels. */
const GAP = 16

/** A text in a zone for sentences: where it begins on paper, and how high it is. */
export interface Sentence {
  readonly y: number
  readonly below: number
}

/** From where to where something stands in a zone, below what that is on paper. */
export interface Reach {
  readonly top: number
  readonly end: number
}

/**
 * Sentences in one zone stand below each other: one that gets longer moves those after it down.
 *
 * @returns How much lower than on paper each begins, where that is not nothing, and where each stands.
 */
export function belowEachOther(sentences: ReadonlyMap<RecordId, Sentence>): {
  readonly lowered: ReadonlyMap<RecordId, number>
  readonly places: readonly Reach[]
} {
  const lowered = new Map<RecordId, number>()
  const places: Reach[] = []
  let end = -Infinity
  const sorted = [...sentences].toSorted(
    ([one, { y }], [other, { y: otherY }]) => y - otherY || (one < other ? -1 : 1),
  )
  for (const [id, { y, below }] of sorted) {
    const from = Math.max(y, Math.ceil(end + GAP))
    if (from > y) lowered.set(id, from - y)
    end = Math.max(end, from + below)
    places.push({ top: from, end: from + below })
  }
  return { lowered, places }
}
