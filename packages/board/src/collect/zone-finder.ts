import type { RecordId } from '@stip/primitives'
import type { Geometry } from '../bounds.ts'
import { parentOf } from '../merge/page-places.ts'
import type { BoardRecord } from '../record.ts'
import type { Bounds } from '../shape-size.ts'

/** Says in which zone something lies: the one that it names, or else the smallest with its middle in it. */
export type ZoneFinder = (record: BoardRecord) => RecordId | undefined

export function zoneFinder(
  zones: ReadonlyMap<RecordId, BoardRecord>,
  shapes: ReadonlyMap<RecordId, BoardRecord>,
  geometry: Geometry,
): ZoneFinder {
  const bySize = [...zones.values()]
    .map((zone) => ({ id: zone.id, place: placeOf(zone) }))
    .toSorted((one, other) => one.place.w * one.place.h - other.place.w * other.place.h)
  return (record) => {
    const named = nameOf(outermost(record, shapes))
    if (named !== undefined && zones.has(named)) return named
    const place = geometry.boundsOf(record)
    if (place === undefined) return undefined
    const [x, y] = [place.x + place.w / 2, place.y + place.h / 2]
    return bySize.find(({ place: { x: left, y: top, w, h } }) => {
      return left <= x && x <= left + w && top <= y && y <= top + h
    })?.id
  }
}

/** What a zone covers. */
export function placeOf({ x, y, props }: BoardRecord): Bounds {
  return { x: number(x), y: number(y), w: number(props['w']), h: number(props['h']) }
}

function nameOf({ meta }: BoardRecord): RecordId | undefined {
  return typeof meta['zone'] === 'string' ? meta['zone'] : undefined
}

/** What something stands in, in the end: a shape on the page. */
export function outermost(
  record: BoardRecord,
  shapes: ReadonlyMap<RecordId, BoardRecord>,
): BoardRecord {
  const seen = new Set<RecordId>()
  let above = record
  for (let next: BoardRecord | undefined = record; next !== undefined && !seen.has(next.id);) {
    above = next
    seen.add(next.id)
    next = shapes.get(parentOf(next))
  }
  return above
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
