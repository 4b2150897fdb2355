import type { RecordId } from '@stip/primitives'
import { geometryOf } from '../bounds.ts'
import type { BoardRecord } from '../record.ts'
import { overlaps } from './free-place.ts'
import { moveTo } from './placing-edits.ts'
import type { OutlineEdit } from './outline-edits.ts'
import { sectionFinder, sectionsOf } from './sections.ts'

/** Less than this is no covering: edges of paper. In board pixels. */
const SLIVER = 4

/**
 * Lays a note that came to lie over others elsewhere in its zone: one that came back to a place
 * that was taken meanwhile, or that got more words. Undefined when it lies over none.
 */
export function layClear(board: readonly BoardRecord[], id: RecordId): OutlineEdit | undefined {
  const geometry = geometryOf(board)
  const record = board.find((one) => one.id === id)
  const place = record?.type === 'note' ? geometry.boundsOf(record) : undefined
  if (record === undefined || place === undefined) return undefined
  const isCovering = board.some((other) => {
    const there = other.type === 'note' && other.id !== id ? geometry.boundsOf(other) : undefined
    return there !== undefined && overlaps(place, there, -SLIVER)
  })
  if (!isCovering) return undefined
  const sections = sectionsOf(board)
  const named = sections.find((one) => one.id === record.meta['zone'])
  const section = named ?? sectionFinder(sections)(place)
  return section.grows ? moveTo(board, id, section) : undefined
}
