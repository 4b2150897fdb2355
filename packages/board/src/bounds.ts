import type { RecordId } from '@stip/primitives'
import { PagePlaces, parentOf, within } from './merge/page-places.ts'
import type { PagePlace } from './merge/page-places.ts'
import type { BoardRecord } from './record.ts'
import { localBounds } from './shape-size.ts'
import type { Bounds } from './shape-size.ts'

/** Answers where shapes stand on the page, and how much of it they cover. */
export interface Geometry {
  placeOf(record: BoardRecord): PagePlace
  /** Undefined for what takes no space: bindings, assets and empty groups. */
  boundsOf(record: BoardRecord): Bounds | undefined
}

/** The smallest rectangle around all shapes among the records, in page coordinates. */
export function bounds(records: readonly BoardRecord[]): Bounds | undefined {
  const geometry = geometryOf(records)
  return unite(records.map((record) => geometry.boundsOf(record)))
}

/**
 * Looks places up once and remembers them, so that asking for every shape of a board is cheap.
 *
 * @param known - Also records that take no space themselves, but that shapes may be nested in.
 */
export function geometryOf(
  records: Iterable<BoardRecord>,
  known: Iterable<BoardRecord> = [],
): Geometry {
  const shapes = new Map<RecordId, BoardRecord>()
  for (const record of known) shapes.set(record.id, record)
  const children = new Map<RecordId, BoardRecord[]>()
  for (const record of records) {
    if (record.typeName !== 'shape') continue
    shapes.set(record.id, record)
    const parent = parentOf(record)
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [record])
    else siblings.push(record)
  }
  const places = new PagePlaces((id) => shapes.get(id))
  const placeOf = (record: BoardRecord): PagePlace => places.placeOf(record)
  const covered = new Map<RecordId, Bounds | undefined>()

  function boundsOf(record: BoardRecord): Bounds | undefined {
    if (record.typeName !== 'shape') return undefined
    // Groups in groups from the inside out: each is looked at before and after what is in it.
    const waiting = [record]
    const opened = new Set<RecordId>()
    for (let shape = waiting.at(-1); shape !== undefined; shape = waiting.at(-1)) {
      const inside = shape.type === 'group' ? (children.get(shape.id) ?? []) : []
      if (!covered.has(shape.id) && !opened.has(shape.id)) {
        opened.add(shape.id)
        for (const child of inside) {
          if (!covered.has(child.id) && !opened.has(child.id)) waiting.push(child)
        }
        if (waiting.at(-1) !== shape) continue
      }
      waiting.pop()
      if (!covered.has(shape.id)) covered.set(shape.id, ownBounds(shape, inside))
    }
    return covered.get(record.id)
  }

  function ownBounds(shape: BoardRecord, inside: readonly BoardRecord[]): Bounds | undefined {
    return shape.type === 'group'
      ? unite(inside.map(({ id }) => covered.get(id)))
      : onPage(placeOf(shape), localBounds(shape))
  }

  return { placeOf, boundsOf }
}

/** The smallest rectangle around all given ones. */
export function unite(all: readonly (Bounds | undefined)[]): Bounds | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const one of all) {
    if (one === undefined) continue
    left = Math.min(left, one.x)
    top = Math.min(top, one.y)
    right = Math.max(right, one.x + one.w)
    bottom = Math.max(bottom, one.y + one.h)
  }
  return left > right ? undefined : { x: left, y: top, w: right - left, h: bottom - top }
}

function onPage(place: PagePlace, box: Bounds): Bounds {
  const corners = [
    [box.x, box.y],
    [box.x + box.w, box.y],
    [box.x, box.y + box.h],
    [box.x + box.w, box.y + box.h],
  ] as const
  const points = corners.map(([x, y]) => within(place, { x, y, rotation: 0 }))
  return unite(points.map(({ x, y }) => ({ x, y, w: 0, h: 0 }))) as Bounds
}
