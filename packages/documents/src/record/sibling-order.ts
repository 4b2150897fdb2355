import { orderKeyFrom, orderKeysBehind } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import type { RecordId } from '@stip/primitives'

/** Longest index that is shown as it is: tldraw works out the next from all of its digits. */
const LONGEST_SHOWN = 200
/** Indexes as work goes: from below the lanes of a vision to nine hundred million on top. */
const usual = /^[D-Za-e]/
/** Below all of those. */
const BOTTOM = `C${'z'.repeat(24)}`

/**
 * New indexes for shapes that cannot keep theirs, so that siblings stand in rising order, each with
 * room above and below: of those that share one the smallest id keeps it and the others follow
 * directly behind it; what is too long, or so high or low that there is no room beyond it, gets a
 * place between its neighbours. Empty when all is well.
 */
export function indexRepairs(shapes: Iterable<BoardRecord>): ReadonlyMap<RecordId, string> {
  const repairs = new Map<RecordId, string>()
  for (const siblings of Map.groupBy(shapes, ({ parentId }) => parentId).values()) {
    const indexes = siblings.map(indexOf)
    if (new Set(indexes).size === siblings.length && indexes.every(canStay)) continue
    repairAmong(siblings, repairs)
  }
  return repairs
}

function repairAmong(siblings: readonly BoardRecord[], repairs: Map<RecordId, string>): void {
  const sorted = siblings
    .map((record) => ({ id: record.id, index: indexOf(record), stored: record['index'] }))
    .toSorted((one, other) => compare(one.index, other.index) || (one.id < other.id ? -1 : 1))
  let last: string | undefined
  let waiting: { readonly id: RecordId }[] = []
  const place = (before: string | undefined): void => {
    const indexes = orderKeysBehind(
      last ?? (before === undefined ? 'a0' : BOTTOM),
      waiting.length,
      before,
    )
    for (const [position, { id }] of waiting.entries()) repairs.set(id, indexes[position] ?? 'a1')
    waiting = []
  }
  for (const { id, index, stored } of sorted) {
    if (!canStay(index) || index === last) {
      waiting.push({ id })
      continue
    }
    if (waiting.length > 0) place(index)
    last = index
    if (stored !== index) repairs.set(id, index)
  }
  if (waiting.length > 0) place(undefined)
}

function canStay(index: string): boolean {
  return index.length <= LONGEST_SHOWN && usual.test(index)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function indexOf({ index }: BoardRecord): string {
  return orderKeyFrom(index)
}
