import type { Json, RecordId } from '@stip/primitives'
import { writeCopy } from '../merge/copy-writes.ts'
import type { Orphan, WantedCopy } from '../merge/copy-writes.ts'
import { fieldsOf } from '../fields.ts'
import type { MergeDraft } from '../merge/merge-draft.ts'
import { drawingId, partId } from '../merge/merge-ids.ts'
import { isRemovedByPeople, memory, ownKeys } from '../merge/merge-memory.ts'
import { end } from '../ends.ts'
import type { SourceView } from '../source-view.ts'
import type { BoardRecord, Fields, Source, StoredRecord } from '../record.ts'
import { pageId } from '../zone.ts'
import type { CardPlace } from './card-copy.ts'
import { scaled } from './scaled.ts'
import { outermost, placeOf } from './zone-finder.ts'
import type { ZoneFinder } from './zone-finder.ts'

/** What a group drew in a zone, whole. */
interface DrawnInZone {
  readonly view: SourceView
  readonly zone: BoardRecord
  readonly merge: number
}

/** Above a frame stands its name, which is as large on every screen: here at half size. */
const LABEL_ROOM = 48

/** What lies in a zone for drawing, with all that is in it or belongs to it. */
export function partsIn(
  view: SourceView,
  zone: RecordId,
  findZone: ZoneFinder,
): ReadonlyMap<RecordId, BoardRecord> {
  const parts = new Map<RecordId, BoardRecord>()
  const roots = new Map<RecordId, boolean>()
  for (const record of view.present.values()) {
    if (record.typeName !== 'shape') continue
    const root = outermost(record, view.present)
    const isIn = roots.get(root.id) ?? findZone(root) === zone
    roots.set(root.id, isIn)
    if (isIn) parts.set(record.id, record)
  }
  const assets = new Set([...parts.values()].map(({ props }) => props['assetId']))
  for (const record of view.present.values()) {
    const isTie =
      record.typeName === 'binding' &&
      parts.has(end(record, 'fromId')) &&
      parts.has(end(record, 'toId'))
    if (isTie || (record.typeName === 'asset' && assets.has(record.id))) {
      parts.set(record.id, record)
    }
  }
  return parts
}

/**
 * Writes the drawing of a group: a frame as large as everybody's, and in it all that was drawn.
 * Nothing of it comes when people took the frame off the vision.
 *
 * @param how - Where the frame is brought (undefined when it stays where it is), and what the group says is to be seen.
 */
export function writeDrawing(
  draft: MergeDraft,
  drawn: DrawnInZone,
  parts: ReadonlyMap<RecordId, BoardRecord>,
  how: { readonly place: CardPlace | undefined; readonly description: string },
): void {
  const { place, description } = how
  const { view, zone } = drawn
  const id = drawingId(view.board, zone.id)
  const copy = draft.before.get(id)
  if (copy !== undefined && isRemovedByPeople(copy)) return
  if (copy === undefined && place === undefined) return
  const factor = factorOf(copy, zone, place)
  writeCopy(draft, frameOf(drawn, { copy, factor, place, description }))
  for (const part of parts.values()) {
    writeCopy(draft, partOf(drawn, part, { parts, factor, frame: id }))
  }
}

/** What of a drawing is on the vision, and no longer in the zone of the group. */
export function drawingOrphans(
  draft: MergeDraft,
  { view, zone, merge }: DrawnInZone,
  parts: ReadonlyMap<RecordId, BoardRecord>,
): ReadonlyMap<RecordId, Orphan> {
  const frame = drawingId(view.board, zone.id)
  const factor = factorOf(draft.before.get(frame), zone, undefined)
  const orphans = new Map<RecordId, Orphan>()
  for (const [id, { record, sources }] of draft.before) {
    const [source] = sources
    if (source?.board !== view.board) continue
    const origin = { ...source, revision: merge }
    if (id === frame) {
      if (parts.size === 0) orphans.set(id, { origin, last: lastFrame })
    } else if (id === partId(view.board, source.record) && !parts.has(source.record)) {
      const last = (base: Fields | undefined): Fields => lastPart(base, record.type, factor, view)
      orphans.set(id, { origin, last, isPart: true })
    }
  }
  return orphans
}

function factorOf(
  copy: StoredRecord | undefined,
  zone: BoardRecord,
  place: CardPlace | undefined,
): number {
  const known = copy?.base?.[memory.scale]
  if (typeof known === 'number') return known
  return place === undefined ? 1 : Math.min(1, place.width / Math.max(1, placeOf(zone).w))
}

function frameOf(
  { view, zone, merge }: DrawnInZone,
  how: {
    readonly copy: StoredRecord | undefined
    readonly factor: number
    readonly place: CardPlace | undefined
    readonly description: string
  },
): WantedCopy {
  const { copy, factor, place, description } = how
  const wasDescribed = copy?.base?.['m.description'] !== undefined
  const { letter, name } = view.group
  const size = { w: placeOf(zone).w * factor, h: placeOf(zone).h * factor }
  const source: Fields = {
    'p.name': `${letter} · ${name}`,
    'p.w': size.w,
    'p.h': size.h,
    ...((description !== '' || wasDescribed) && { 'm.description': description }),
    [memory.scale]: factor,
  }
  const before = copy?.base?.[memory.placed] as Fields | undefined
  const wanted = {
    name: { id: drawingId(view.board, zone.id), typeName: 'shape', type: 'frame' } as const,
    origin: sourceOf(view, zone.id, merge),
    last: frameContent,
  }
  const fields = { ...frameContent(source), 'm.group': letter }
  if (place === undefined) {
    return { ...wanted, placement: { source, fields, placed: before ?? {} } }
  }
  const { x, y } = place.take({ ...size, h: size.h + LABEL_ROOM })
  const where: Fields = {
    xy: [x, y + LABEL_ROOM],
    pi: [pageId, 'a1'],
    rotation: 0,
    ...(place.zone !== undefined && { 'm.zone': place.zone }),
  }
  const placed = { ...where, 'p.color': 'black', isLocked: false, opacity: 1 }
  const placement = { source, fields, placed }
  return { ...wanted, placement, ...(copy && { brought: where }) }
}

function frameContent(base: Fields = {}): Fields {
  return Object.fromEntries(Object.entries(base).filter(([key]) => !key.startsWith('@')))
}

function lastFrame(base: Fields = {}): Fields {
  return { ...frameContent(base), ...(base[memory.placed] as Fields | undefined) }
}

function partOf(
  { view, zone, merge }: DrawnInZone,
  record: BoardRecord,
  into: {
    readonly parts: ReadonlyMap<RecordId, BoardRecord>
    readonly factor: number
    readonly frame: RecordId
  },
): WantedCopy {
  const { factor } = into
  const source = fieldsOf(record)
  const placed = placeInFrame(view, zone, record, into)
  const fields = {
    ...smaller(source, record.type, factor, view),
    ...placed,
    ...(record.typeName === 'shape' && { 'm.group': view.group.letter }),
  }
  return {
    name: {
      id: partId(view.board, record.id),
      typeName: record.typeName,
      type: record.type,
    },
    placement: { source, fields, placed },
    origin: sourceOf(view, record.id, merge),
    last: (base) => lastPart(base, record.type, factor, view),
    isPart: true,
  }
}

function lastPart(
  base: Fields | undefined,
  type: string,
  factor: number,
  view: SourceView,
): Fields {
  const { [memory.placed]: placed, ...source } = base ?? {}
  return { ...smaller(source, type, factor, view), ...(placed as Fields | undefined) }
}

function placeInFrame(
  view: SourceView,
  zone: BoardRecord,
  record: BoardRecord,
  into: {
    readonly parts: ReadonlyMap<RecordId, BoardRecord>
    readonly factor: number
    readonly frame: RecordId
  },
): Fields {
  if (record.typeName !== 'shape') return {}
  const { factor, frame, parts } = into
  const index = record['index'] ?? 'a1'
  const parent = view.nestedIn.get(record.id)
  if (parent !== undefined && parent !== pageId && parts.has(parent)) {
    const inside = partId(view.board, parent)
    const xy = [eighths(record['x'], factor), eighths(record['y'], factor), inside]
    return { xy, pi: [inside, index], rotation: record['rotation'] ?? 0 }
  }
  const { x, y, rotation } = view.geometry.placeOf(record)
  const corner = placeOf(zone)
  const xy = [eighths(x - corner.x, factor), eighths(y - corner.y, factor), frame]
  return { xy, pi: [frame, index], rotation }
}

/** The fields of a part at the size of its drawing, with every mention pointing at another part. */
function smaller(source: Fields, type: string, factor: number, view: SourceView): Fields {
  const fields: Record<string, Json> = {}
  for (const [key, value] of Object.entries(source)) {
    if (ownKeys.has(key) || key.startsWith('@') || key === 'm.keyCard') continue
    fields[key] = mentions.has(key) && typeof value === 'string' ? partId(view.board, value) : value
  }
  return scaled(type, fields, factor)
}

const mentions: ReadonlySet<string> = new Set(['fromId', 'toId', 'p.assetId'])

function sourceOf(view: SourceView, record: RecordId, merge: number): Source {
  return { board: view.board, record, revision: merge, group: view.group.id }
}

/** As the document stores places: to an eighth of a pixel. */
function eighths(value: Json | undefined, factor: number): number {
  return typeof value === 'number' ? Math.round(value * factor * 8) / 8 + 0 : 0
}
