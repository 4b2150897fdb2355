import type { RecordId } from '@stip/primitives'
import { parentOf } from './page-places.ts'
import type { StoredRecord } from '../record.ts'
import { end } from '../ends.ts'

/**
 * Of the records that a merge or its undo would like to hide: those that must stay in sight,
 * because people touched them, or because something that stays needs them.
 *
 * - What is nested in a touched shape was moved with it, and stays.
 * - A parent stays for its child, an asset for its image, a shape for an arrow that is bound to it.
 * - A binding stays with the ends it has among what stays, when its other end is in sight too.
 *
 * @param candidates - Ids of live records of the board.
 * @param board - The board as it will be, apart from what gets hidden.
 */
export function whatStays(
  candidates: ReadonlySet<RecordId>,
  board: ReadonlyMap<RecordId, StoredRecord>,
  isTouched: (stored: StoredRecord) => boolean,
): ReadonlySet<RecordId> {
  const stays = new Set<RecordId>()
  const children = new Map<RecordId, RecordId[]>()
  const waiting: RecordId[] = []
  for (const [id, { record, isGone }] of board) {
    if (isGone) continue
    if (candidates.has(id)) {
      const siblings = children.get(parentOf(record)) ?? []
      siblings.push(id)
      children.set(parentOf(record), siblings)
    } else if (record.typeName !== 'binding') waiting.push(...needsOf(record))
    else if (isLive(end(record, 'fromId')) && isLive(end(record, 'toId'))) {
      waiting.push(end(record, 'fromId'), end(record, 'toId'))
    }
  }
  const touched = [...candidates].filter((id) => {
    const stored = board.get(id)
    return stored !== undefined && stored.record.typeName === 'shape' && isTouched(stored)
  })
  const moved = new Set<RecordId>()
  while (touched.length > 0) {
    const id = touched.pop() as RecordId
    if (moved.has(id)) continue
    moved.add(id)
    for (const child of children.get(id) ?? []) touched.push(child)
  }
  for (const id of moved) waiting.push(id)
  while (waiting.length > 0) {
    const id = waiting.pop() as RecordId
    const stored = candidates.has(id) && !stays.has(id) ? board.get(id) : undefined
    if (stored === undefined) continue
    stays.add(id)
    waiting.push(...needsOf(stored.record))
  }
  for (const id of candidates) {
    const record = board.get(id)?.record
    if (record?.typeName !== 'binding') continue
    const ends = [end(record, 'fromId'), end(record, 'toId')]
    if (ends.every(remains) && ends.some((id) => stays.has(id))) stays.add(id)
  }
  return stays

  function isLive(id: RecordId): boolean {
    return board.get(id)?.isGone === false
  }

  function remains(id: RecordId): boolean {
    return isLive(id) && (stays.has(id) || !candidates.has(id))
  }
}

function needsOf(record: StoredRecord['record']): readonly RecordId[] {
  const asset = record.props['assetId']
  return typeof asset === 'string' ? [parentOf(record), asset] : [parentOf(record)]
}
