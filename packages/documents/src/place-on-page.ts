import type { BoardRecord } from '@stip/board'
import type { RecordId } from '@stip/primitives'
import { COORDINATE_LIMIT, roundCoordinate } from './coordinates.ts'
import { PAGE_ID } from './layout.ts'

interface Place {
  readonly x: number
  readonly y: number
  /** In radians. */
  readonly rotation: number
}

const origin: Place = { x: 0, y: 0, rotation: 0 }

/**
 * Takes shapes out of a parent that is no longer there, and leaves them where people saw them: a
 * deleted parent still knows its place.
 */
export class PlaceOnPage {
  readonly #all: ReadonlyMap<RecordId, BoardRecord>

  constructor(all: ReadonlyMap<RecordId, BoardRecord>) {
    this.#all = all
  }

  /** The record as a child of the page, on the same spot. */
  onPage(record: BoardRecord): BoardRecord {
    const { x, y, rotation } = this.#placeOf(record, new Set())
    return { ...record, parentId: PAGE_ID, x: within(x), y: within(y), rotation }
  }

  #placeOf(record: BoardRecord, seen: Set<RecordId>): Place {
    seen.add(record.id)
    const own = placeIn(record)
    const parent = this.#all.get(nameIn(record, 'parentId'))
    // In a circle there is no way up: what it measures from is taken to be the page.
    const base = parent === undefined || seen.has(parent.id) ? origin : this.#placeOf(parent, seen)
    const [cos, sin] = [Math.cos(base.rotation), Math.sin(base.rotation)]
    return {
      x: base.x + own.x * cos - own.y * sin,
      y: base.y + own.x * sin + own.y * cos,
      rotation: base.rotation + own.rotation,
    }
  }
}

/** The id that a record names under a key, or '' when it names none. */
export function nameIn(record: BoardRecord, key: 'parentId' | 'fromId' | 'toId'): RecordId {
  const name = record[key]
  return typeof name === 'string' ? name : ''
}

function placeIn(record: BoardRecord): Place {
  return { x: number(record['x']), y: number(record['y']), rotation: number(record['rotation']) }
}

function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

function within(value: number): number {
  return roundCoordinate(Math.max(-COORDINATE_LIMIT, Math.min(COORDINATE_LIMIT, value)))
}
