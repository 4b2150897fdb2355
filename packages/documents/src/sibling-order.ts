import type { BoardRecord } from '@stip/board'
import type { RecordId } from '@stip/primitives'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * New indexes for shapes that share one with a sibling, so that every sibling has its own: the
 * smallest id keeps it, the others follow directly behind it. Empty when nothing is shared.
 */
export function indexRepairs(shapes: Iterable<BoardRecord>): ReadonlyMap<RecordId, string> {
  const repairs = new Map<RecordId, string>()
  for (const siblings of Map.groupBy(shapes, ({ parentId }) => parentId).values()) {
    if (new Set(siblings.map(indexOf)).size === siblings.length) continue
    const byIndex = Map.groupBy(siblings, indexOf)
    const indexes = [...byIndex.keys()].toSorted()
    for (const [position, index] of indexes.entries()) {
      const [, ...rest] = (byIndex.get(index) ?? []).map(({ id }) => id).toSorted()
      for (const [number, id] of rest.entries()) {
        repairs.set(id, behind(index, number, indexes[position + 1]))
      }
    }
  }
  return repairs
}

/** The index at a place in the row directly behind `index` and before `next`. */
function behind(index: string, number: number, next: string | undefined): string {
  // Only an index that goes on from this one can stand closer behind it than any suffix; more
  // zeros than it has bring us before it.
  const zeros = next?.startsWith(index) === true ? leadingZeros(next.slice(index.length)) + 1 : 0
  // The last digit of an index is never a zero.
  const [high, low] = [Math.floor(number / 61), (number % 61) + 1]
  return `${index}${'0'.repeat(zeros)}${digits[high] ?? 'z'}${digits[low] ?? 'z'}`
}

function leadingZeros(text: string): number {
  return text.length - text.replace(/^0+/, '').length
}

function indexOf({ index }: BoardRecord): string {
  return typeof index === 'string' ? index : 'a1'
}
