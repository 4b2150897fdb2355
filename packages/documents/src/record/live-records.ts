import { laidOut, nestingOf, ZoneLayout } from '@stip/board'
import type { BoardRecord, StoredRecord } from '@stip/board'
import type { RecordId } from '@stip/primitives'
import type * as Y from 'yjs'
import { PAGE_ID } from '../schema/layout.ts'
import { nameIn, PlaceOnPage } from './place-on-page.ts'
import { readBoard } from './read-record.ts'
import { indexRepairs } from './sibling-order.ts'

/** What a board shows: see {@link liveOf}. */
export function liveRecords(document: Y.Doc): BoardRecord[] {
  return liveOf(readBoard(document))
}

/**
 * What a board shows of all its records: without what is gone, with what people who did not know
 * of each other broke together repaired, and with zones as high as what is in them, the same on
 * every screen. Records that are shown as they are stored are the objects that came in. In order of id.
 */
export function liveOf(stored: readonly StoredRecord[]): BoardRecord[] {
  const live = [...laidOut(liveOnPaper(stored))]
  const isSorted = live.every((record, place) => place === 0 || byId(live[place - 1], record) < 0)
  return isSorted ? live : live.toSorted(byId)
}

/** The same before zones grow, as it is stored; in no particular order. */
export function liveOnPaper(stored: readonly StoredRecord[]): BoardRecord[] {
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
    if (parent !== PAGE_ID && nesting.get(id) !== parent)
      shapes.set(id, inZoneOf(outermost(record, all), placed.onPage(record)))
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

/** All records of a board, also what is gone, each where the board shows it. */
export function storedAsShown(stored: readonly StoredRecord[]): readonly StoredRecord[] {
  const layout = new ZoneLayout(liveOnPaper(stored))
  return stored.map((each) => ({ ...each, record: layout.shown(each.record) }))
}

/** What a shape that lost its parent stood in, also when that is gone. */
function outermost(record: BoardRecord, all: ReadonlyMap<RecordId, BoardRecord>): BoardRecord {
  const seen = new Set<BoardRecord>()
  let above = record
  for (let next: BoardRecord | undefined = record; next !== undefined && !seen.has(next);) {
    seen.add((above = next))
    next = all.get(nameIn(above, 'parentId'))
  }
  return above
}

/** In the zone of what it stood in, so that it stays where people saw it. */
function inZoneOf({ meta }: BoardRecord, record: BoardRecord): BoardRecord {
  const { zone = null } = meta
  return (record.meta['zone'] ?? null) === zone
    ? record
    : { ...record, meta: { ...record.meta, zone } }
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
