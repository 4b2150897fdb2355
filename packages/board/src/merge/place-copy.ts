import type { Json, RecordId } from '@stip/primitives'
import { fieldsOf } from '../fields.ts'
import type { Placement } from './copy-writes.ts'
import { standsOnPage } from './lanes.ts'
import type { Layout } from './lanes.ts'
import { copyId, labelId } from './merge-ids.ts'
import { memory, ownKeys } from './merge-memory.ts'
import type { BoardRecord, Fields, StoredRecord } from '../record.ts'
import type { SourceView } from '../source-view.ts'
import { pageId } from '../zone.ts'

/** Says what a record of a group board looks like on the vision when nobody touches it there. */
export function placeCopy(
  view: SourceView,
  record: BoardRecord,
  layout: Layout,
  vision: ReadonlyMap<RecordId, StoredRecord>,
): Placement {
  const source = fieldsOf(record)
  const fields = rewritten(source, view)
  if (record.typeName !== 'shape') return { source, fields, placed: {} }
  const placed = placeOnVision(view, record, layout, vision)
  return { source, fields: { ...fields, ...placed, 'm.group': view.group.letter }, placed }
}

/** What the last merge made of the source, from its memory: the middle of the three-way comparison. */
export function lastPlacement(base: Fields | undefined, view: SourceView): Fields {
  if (base === undefined) return {}
  const { [memory.placed]: placed, ...source } = base
  return { ...rewritten(source, view), ...(placed as Fields | undefined) }
}

function placeOnVision(
  view: SourceView,
  record: BoardRecord,
  layout: Layout,
  vision: ReadonlyMap<RecordId, StoredRecord>,
): Fields {
  const index = record['index'] ?? 'a1'
  if (!standsOnPage(view, record.id, vision)) {
    const parent = copyId(view.board, view.nestedIn.get(record.id) ?? pageId)
    const xy = [rounded(record['x']), rounded(record['y']), parent]
    return { xy, pi: [parent, index], rotation: record['rotation'] ?? 0 }
  }
  const { x, y, rotation } = view.geometry.placeOf(record)
  const { offset } = layout.laneOf(view, record.id)
  return { xy: [rounded(x + offset), rounded(y)], pi: [pageId, index], rotation }
}

/** The fields of a source with every mention of another record pointing at that record's copy. */
function rewritten(source: Fields, view: SourceView): Fields {
  const fields: Record<string, Json> = {}
  for (const [key, value] of Object.entries(source)) {
    if (ownKeys.has(key) || key.startsWith('@')) continue
    fields[key] = mentions.has(key) && typeof value === 'string' ? copyOf(value, view) : value
  }
  return fields
}

const mentions = new Set(['fromId', 'toId', 'p.assetId'])

function copyOf(id: RecordId, view: SourceView): RecordId {
  return view.zones.has(id) ? labelId(view.board, id) : copyId(view.board, id)
}

/** To an eighth of a pixel, as the board document stores places; never minus zero. */
function rounded(value: Json | undefined): number {
  return typeof value === 'number' ? Math.round(value * 8) / 8 + 0 : 0
}
