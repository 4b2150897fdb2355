import type { BoardId, RecordId } from '@stip/primitives'
import { copyId, partId } from '../merge/merge-ids.ts'
import { isRemovedByPeople } from '../merge/merge-memory.ts'
import { originOf } from '../merge/merge.ts'
import type { MergeGroup, SourceBoard } from '../merge/merge-plan.ts'
import { wordsOn } from '../outline/words.ts'
import type { BoardRecord, StoredRecord } from '../record.ts'
import { viewSources } from '../source-view.ts'
import { cardsOf } from './cards.ts'
import { pastedCards } from './pasted-cards.ts'

/** A card of a group that is not on the vision. */
export interface TrayCard {
  readonly board: BoardId
  readonly record: RecordId
  readonly group: MergeGroup
  /** Title of the zone in which it lies; '' outside of all zones. */
  readonly zone: string
  /** What it says; of a picture what is on it, or ''. */
  readonly words: string
  readonly isPicture: boolean
}

/**
 * What became of the cards of all groups: `used + unprocessed + withdrawn = cards`, always. A card
 * that lies in a drawing is used when the drawing is.
 */
export interface Tray {
  /** Group by group, as one reads their boards. */
  readonly unprocessed: readonly TrayCard[]
  readonly used: number
  /** Deleted by the group after it was on the vision, or taken off the vision by people. */
  readonly withdrawn: number
  readonly cards: number
}

/** Says what is not on the vision yet (nog niet verwerkt). */
export function trayOf(input: {
  readonly boards: readonly SourceBoard[]
  readonly vision: readonly StoredRecord[]
}): Tray {
  const pasted = pastedCards(input.vision)
  const vision = new Map(input.vision.map((stored) => [stored.record.id, stored]))
  const unprocessed: TrayCard[] = []
  let [used, withdrawn] = [0, 0]
  const present = new Set<RecordId>()
  for (const view of viewSources(input.boards)) {
    for (const { record, zone } of cardsOf(view)) {
      const id = copyId(view.board, record.id)
      present.add(id)
      const copy = vision.get(id)
      const part = vision.get(partId(view.board, record.id))
      if (isLive(copy) || isLive(part) || pasted.has(id)) used++
      else if (copy !== undefined && isRemovedByPeople(copy)) withdrawn++
      else unprocessed.push(trayCard(view.board, view.group, record, view.zones.get(zone ?? '')))
    }
  }
  const boards = new Set(input.boards.map(({ board }) => board))
  for (const stored of input.vision) {
    const origin = stored.record.typeName === 'shape' ? originOf(stored) : undefined
    if (origin !== undefined && boards.has(origin.board) && !present.has(stored.record.id)) {
      withdrawn++
    }
  }
  return { unprocessed, used, withdrawn, cards: unprocessed.length + used + withdrawn }
}

function isLive(stored: StoredRecord | undefined): boolean {
  return stored?.isGone === false
}

function trayCard(
  board: BoardId,
  group: MergeGroup,
  record: BoardRecord,
  zone: BoardRecord | undefined,
): TrayCard {
  const title = zone?.props['title']
  return {
    board,
    record: record.id,
    group,
    zone: typeof title === 'string' ? title : '',
    words: wordsOn(record).trim(),
    isPicture: record.type === 'image',
  }
}
