import { nestingOf } from '@stip/board'
import type { BoardRecord, StoredRecord } from '@stip/board'
import type { RecordId } from '@stip/primitives'
import type * as Y from 'yjs'
import { PAGE_ID } from './layout.ts'
import { nameIn, PlaceOnPage } from './place-on-page.ts'
import { readBoard } from './read-record.ts'
import { indexRepairs } from './sibling-order.ts'

/** What a board shows: see {@link liveOf}. */
export function liveRecords(document: Y.Doc): BoardRecord[] {
  return liveOf(readBoard(document))
}

/**
 * What a board shows of all its records: without what is gone, and with what people who did not
 * know of each other broke together repaired, the same on every screen. Records that need no
 * repair are the objects that came in. In order of id.
 */
export function liveOf(stored: readonly StoredRecord[]): BoardRecord[] {
  const live = liveInAnyOrder(stored)
  const isSorted = live.every((record, place) => place === 0 || byId(live[place - 1], record) < 0)
  return isSorted ? live : live.toSorted(byId)
}

/** The same in no particular order, for who does not look at it. */
export function liveInAnyOrder(stored: readonly StoredRecord[]): BoardRecord[] {
  const all = new Map<RecordId, BoardRecord>()
  const gone = new Set<RecordId>()
  for (const { record, isGone } of stored) {
    all.set(record.id, record)
    if (isGone) gone.add(record.id)
  }
  const shapes = new Map<RecordId, BoardRecord>()
  const others: BoardRecord[] = []
  for (const record of all.values()) {
    if (gone.has(record.id)) continue
    if (record.typeName !== 'shape') others.push(record)
    else shapes.set(record.id, record)
  }
  const nesting = nestingOf(shapes)
  const placed = new PlaceOnPage(all)
  for (const [id, record] of shapes) {
    const parent = record['parentId']
    if (parent !== PAGE_ID && nesting.get(id) !== parent) shapes.set(id, placed.onPage(record))
  }
  for (const [id, index] of indexRepairs(shapes.values())) {
    const shape = shapes.get(id)
    if (shape !== undefined) shapes.set(id, { ...shape, index })
  }
  const ends = new Set<string>()
  const tied = others
    .filter((record) => tiesTwoShapes(record, shapes))
    .toSorted(byId)
    .filter((record) => record.typeName !== 'binding' || isFirst(ends, record))
  return [...shapes.values(), ...tied]
}

function tiesTwoShapes(record: BoardRecord, shapes: ReadonlyMap<RecordId, BoardRecord>): boolean {
  if (record.typeName !== 'binding') return true
  const arrow = shapes.get(nameIn(record, 'fromId'))
  return (
    arrow?.type === 'arrow' && shapes.has(nameIn(record, 'toId')) && arrow.id !== record['toId']
  )
}

/** Two people who each tied the same end of an arrow made two bindings; tldraw can draw one. */
function isFirst(ends: Set<string>, binding: BoardRecord): boolean {
  const end = `${nameIn(binding, 'fromId')} ${binding.props['terminal'] === 'start' ? 'start' : 'end'}`
  if (ends.has(end)) return false
  ends.add(end)
  return true
}

function byId(one: BoardRecord | undefined, other: BoardRecord | undefined): number {
  return (one?.id ?? '') < (other?.id ?? '') ? -1 : 1
}
