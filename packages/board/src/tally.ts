import type { RecordId } from '@stip/primitives'
import { copyId } from './merge/merge-ids.ts'
import { isRemovedByPeople } from './merge/merge-memory.ts'
import type { SourceBoard } from './merge/merge-plan.ts'
import type { StoredRecord } from './record.ts'
import { viewSources } from './source-view.ts'

/**
 * What became of everything people made on the group boards:
 * `used + unprocessed + withdrawn = cards`, always.
 */
export interface Tally {
  /** Shapes on the group boards, and those that were there at an earlier merge. */
  readonly cards: number
  /** In sight on the vision. */
  readonly used: number
  /** Not on the vision yet, or taken off it by the undo of a merge. */
  readonly unprocessed: number
  /** Taken back by the group, or taken off the vision by people. */
  readonly withdrawn: number
  /** How many of the withdrawn the group still has: people took those off the vision. */
  readonly removedFromVision: number
}

/** Counts the cards of the group boards by what became of them. */
export function tally(input: {
  readonly boards: readonly SourceBoard[]
  readonly vision: readonly StoredRecord[]
}): Tally {
  const vision = new Map(input.vision.map((stored) => [stored.record.id, stored]))
  const counts = { used: 0, unprocessed: 0, withdrawn: 0, removedFromVision: 0 }
  const copies = new Set<RecordId>()
  for (const view of viewSources(input.boards)) {
    for (const record of view.present.values()) {
      if (record.typeName !== 'shape') continue
      const id = copyId(view.board, record.id)
      copies.add(id)
      const copy = vision.get(id)
      if (copy !== undefined && isRemovedByPeople(copy)) {
        counts.withdrawn++
        counts.removedFromVision++
      } else if (copy?.isGone === false) counts.used++
      else counts.unprocessed++
    }
  }
  const boards = new Set(input.boards.map(({ board }) => board))
  for (const [id, { record, isTemplate, sources }] of vision) {
    if (record.typeName !== 'shape' || isTemplate || copies.has(id)) continue
    const isCopy = ({ board, record }: { board: string; record: RecordId }): boolean =>
      boards.has(board) && copyId(board, record) === id
    if (sources.some(isCopy)) counts.withdrawn++
  }
  return { cards: counts.used + counts.unprocessed + counts.withdrawn, ...counts }
}
