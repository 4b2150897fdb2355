import type { RecordId } from '@stip/primitives'
import type * as Y from 'yjs'
import { COORDINATE_LIMIT, roundCoordinate } from '../schema/coordinates.ts'
import { PAGE_ID, recordMap } from '../schema/layout.ts'
import type { RecordMap } from '../schema/layout.ts'
import { createdFields, isGone } from './read-record.ts'

// Nearly all that happens on a board is that a shape on the page moves. Five hundred of them in a
// frame have to be read and written without looking at their words.

/** A place on the page, as `xy` stores it. */
export type PlainPlace = readonly [x: number, y: number]

/**
 * Where a shape stands that lies on the page itself. Undefined for all else, and for what needs the
 * rules of reading: then the record has to be read in full.
 */
export function plainPlace(document: Y.Doc, id: RecordId): PlainPlace | undefined {
  const map = recordMap(document, id)
  return map === undefined ? undefined : placeIn(map)
}

/** A shape that lies on the page and is not gone, found once and moved in every frame of a drag. */
export interface PlainShape {
  /**
   * Moves the shape to a place on the page. Only for as long as nobody else wrote to its record
   * since it was found: where it was is not read again.
   *
   * @returns Where it was and is, rounded; undefined when nothing was done, because it is too far.
   */
  moveTo(
    x: number,
    y: number,
  ): { readonly before: PlainPlace; readonly after: PlainPlace } | undefined
}

/** Finds a shape to move; undefined when there is more to moving it. */
export function plainShape(document: Y.Doc, id: RecordId): PlainShape | undefined {
  const map = recordMap(document, id)
  if (map === undefined || isGone(map)) return undefined
  const found = placeIn(map)
  if (found === undefined) return undefined
  let place = found
  return {
    moveTo(x, y) {
      if (!isCoordinate(x) || !isCoordinate(y)) return undefined
      const before = place
      const after: PlainPlace = [roundCoordinate(x), roundCoordinate(y)]
      if (after[0] === before[0] && after[1] === before[1]) return { before, after: before }
      map.set('xy', after)
      place = after
      return { before, after }
    },
  }
}

function placeIn(map: RecordMap): PlainPlace | undefined {
  const created = createdFields(map)
  const parent: unknown = map.get('pi') ?? created?.['pi']
  const place: unknown = map.get('xy') ?? created?.['xy']
  if (!Array.isArray(parent) || parent[0] !== PAGE_ID) return undefined
  if (!Array.isArray(place) || place.length !== 2) return undefined
  const [x, y]: unknown[] = place
  return isCoordinate(x) && isCoordinate(y) ? [x, y] : undefined
}

function isCoordinate(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= COORDINATE_LIMIT
}
