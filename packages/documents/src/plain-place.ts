import type { RecordId } from '@stip/primitives'
import type * as Y from 'yjs'
import { COORDINATE_LIMIT, roundCoordinate } from './coordinates.ts'
import { PAGE_ID, recordMap } from './layout.ts'
import type { RecordMap } from './layout.ts'
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

/**
 * Moves a shape that lies on the page, and is not gone, to a place on the page.
 *
 * @returns Where it was and is, rounded; undefined when nothing was done, because this is not all
 * there is to it.
 */
export function movePlainly(
  document: Y.Doc,
  id: RecordId,
  x: number,
  y: number,
): { readonly before: PlainPlace; readonly after: PlainPlace } | undefined {
  const map = recordMap(document, id)
  if (map === undefined || isGone(map)) return undefined
  const before = placeIn(map)
  if (before === undefined || !isCoordinate(x) || !isCoordinate(y)) return undefined
  const after: PlainPlace = [roundCoordinate(x), roundCoordinate(y)]
  if (after[0] !== before[0] || after[1] !== before[1]) map.set('xy', after)
  return { before, after }
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
