import type { RecordId } from '@stip/primitives'
import type { BoardRecord } from './record.ts'
import { localBounds } from './shape-size.ts'
import type { Bounds } from './shape-size.ts'

/** Where a shape stands on the page, whatever it is nested in; rotation in radians. */
export interface PagePlace {
  readonly x: number
  readonly y: number
  readonly rotation: number
}

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
  const places = new Map<RecordId, PagePlace>()
  const covered = new Map<RecordId, Bounds | undefined>()

  function placeOf(record: BoardRecord): PagePlace {
    const known = places.get(record.id)
    if (known !== undefined) return known
    const own = {
      x: number(record['x']),
      y: number(record['y']),
      rotation: number(record['rotation']),
    }
    // Set before looking at the parent: a circle of parents then ends instead of running for ever.
    places.set(record.id, own)
    const parent = shapes.get(parentOf(record))
    const place = parent === undefined ? own : within(placeOf(parent), own)
    places.set(record.id, place)
    return place
  }

  function boundsOf(record: BoardRecord): Bounds | undefined {
    if (record.typeName !== 'shape') return undefined
    if (covered.has(record.id)) return covered.get(record.id)
    covered.set(record.id, undefined)
    const result =
      record.type === 'group'
        ? unite((children.get(record.id) ?? []).map(boundsOf))
        : onPage(placeOf(record), localBounds(record))
    covered.set(record.id, result)
    return result
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

/** The id of what a shape is nested in; '' for a record that is in nothing. */
export function parentOf(record: BoardRecord): RecordId {
  const parent = record['parentId']
  return typeof parent === 'string' ? parent : ''
}

function within(parent: PagePlace, child: PagePlace): PagePlace {
  const [cos, sin] = [Math.cos(parent.rotation), Math.sin(parent.rotation)]
  return {
    x: parent.x + child.x * cos - child.y * sin,
    y: parent.y + child.x * sin + child.y * cos,
    rotation: parent.rotation + child.rotation,
  }
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

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
