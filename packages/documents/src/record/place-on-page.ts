import { PagePlaces } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import type { RecordId } from '@stip/primitives'
import { COORDINATE_LIMIT, roundCoordinate } from '../schema/coordinates.ts'
import { PAGE_ID } from '../schema/layout.ts'

/**
 * Takes shapes out of a parent that is no longer there, and leaves them where people saw them: a
 * deleted parent still knows its place.
 */
export class PlaceOnPage {
  readonly #places: PagePlaces

  constructor(all: ReadonlyMap<RecordId, BoardRecord>) {
    this.#places = new PagePlaces((id) => all.get(id))
  }

  /** The record as a child of the page, on the same spot. */
  onPage(record: BoardRecord): BoardRecord {
    const { x, y, rotation } = this.#places.placeOf(record)
    return { ...record, parentId: PAGE_ID, x: within(x), y: within(y), rotation: turned(rotation) }
  }
}

/** The id that a record names under a key, or '' when it names none. */
export function nameIn(record: BoardRecord, key: 'parentId' | 'fromId' | 'toId'): RecordId {
  const name = record[key]
  return typeof name === 'string' ? name : ''
}

function within(value: number): number {
  return roundCoordinate(Math.max(-COORDINATE_LIMIT, Math.min(COORDINATE_LIMIT, value)))
}

/** The same way up; parents that are each turned very often add up to more than a shape can say. */
function turned(rotation: number): number {
  return Math.abs(rotation) <= COORDINATE_LIMIT ? rotation : rotation % (2 * Math.PI)
}
