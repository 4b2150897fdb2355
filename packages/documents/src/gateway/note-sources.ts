import type { Fields, Source } from '@stip/board'
import type { RecordId } from '@stip/primitives'
import type * as Y from 'yjs'
import { withPackedInk } from '../schema/packed-ink.ts'
import { isTakenAway } from '../take-away.ts'
import { setSources } from '../record/write-record.ts'
import { totalsOf } from './totals/board-totals.ts'
import type { OwnerOf } from './totals/board-totals.ts'
import { totalLimits } from './totals/total-limits.ts'
import type { TotalLimits } from './totals/total-limits.ts'
import { valueWeight } from './totals/weights.ts'

/** What the server found out of a copy. */
interface FoundSources {
  readonly id: RecordId
  readonly sources: readonly Source[]
  /** The words as they were there. */
  readonly base: Fields | undefined
  /** Whose part of the board it counts to; undefined for whom the board has only one bound. */
  readonly person: string | undefined
}

/**
 * Notes of copies where they come from. The words that were there come along as far as they fit: a
 * copy without words can be said to be of a very long text, so they are bounded as what people write.
 *
 * @param ownerOf - The function by which the board is counted.
 */
export function noteSources(
  document: Y.Doc,
  found: readonly FoundSources[],
  ownerOf: OwnerOf,
  limits: TotalLimits = totalLimits,
): void {
  const totals = totalsOf(document, ownerOf)
  let left = limits.weight - totals.weight
  const leftOf = new Map<string, number>()
  for (const { id, sources, base, person } of found) {
    const own =
      person === undefined
        ? Infinity
        : (leftOf.get(person) ?? limits.person.weight - totals.of(person).weight)
    const words = base === undefined ? 0 : valueWeight(withPackedInk(base), 'base')
    const fits = words <= Math.min(left, own) && !isTakenAway(document, id)
    const weight = valueWeight(sources, 'sources') + (fits ? words : 0)
    setSources(document, id, sources, fits ? base : undefined)
    left -= weight
    if (person !== undefined) leftOf.set(person, own - weight)
  }
}
