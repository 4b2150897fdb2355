import type { RecordId } from '@stip/primitives'
import { geometryOf } from '../bounds.ts'
import type { Geometry } from '../bounds.ts'
import { freeRoom } from '../outline/zone-heading.ts'
import { parentOf } from '../merge/page-places.ts'
import type { BoardRecord, StoredRecord } from '../record.ts'
import type { Bounds } from '../shape-size.ts'
import { pageId } from '../zone.ts'
import { zoneFinder } from './zone-finder.ts'
import type { ZoneFinder } from './zone-finder.ts'

/** Room between cards, in board pixels. */
const GAP = 12
/** What has no zone to go to stands above the areas of steps, in a column for each group. */
const loose = { width: 780, bottom: -240 } as const

/** The zones of the vision, and where in them there is room. In the coordinates in which places are stored. */
export class VisionRoom {
  readonly zoneOf: ZoneFinder
  readonly geometry: Geometry
  readonly #zones = new Map<RecordId, BoardRecord>()
  readonly #taken = new Map<RecordId, Bounds[]>()
  readonly #loose: Bounds[] = []

  constructor(vision: readonly StoredRecord[]) {
    const live = new Map<RecordId, BoardRecord>()
    for (const { record, isGone, isTemplate } of vision) {
      if (isGone || record.typeName !== 'shape') continue
      const isZone = isTemplate && record.type === 'zone' && record.props['style'] === 'area'
      if (isZone) this.#zones.set(record.id, record)
      else live.set(record.id, record)
    }
    this.geometry = geometryOf(live.values())
    this.zoneOf = zoneFinder(this.#zones, live, this.geometry)
    for (const record of live.values()) {
      if (record.type === 'arrow' || parentOf(record) !== pageId) continue
      const place = this.geometry.boundsOf(record)
      if (place === undefined) continue
      const zone = this.zoneOf(record)
      if (zone !== undefined) this.#takenIn(zone).push(place)
      else if (place.y < 0) this.#loose.push(place)
    }
  }

  has(zone: RecordId): boolean {
    return this.#zones.has(zone)
  }

  /** The part of a zone that is free of its title, as wide as it is. */
  roomIn(zone: RecordId): Bounds {
    const record = this.#zones.get(zone)
    if (record === undefined) throw new RangeError(`The vision has no zone ${zone}.`)
    return freeRoom(record)
  }

  /**
   * Room for something in a zone: in columns, below what is there, in the one that is least full.
   * A zone becomes as high as what is in it.
   */
  take(zone: RecordId, { w, h }: { readonly w: number; readonly h: number }): Bounds {
    const room = this.roomIn(zone)
    const taken = this.#takenIn(zone)
    const columns = Math.max(1, Math.floor((room.w + GAP) / (w + GAP)))
    let best: Bounds | undefined
    for (let column = 0; column < columns; column++) {
      const x = room.x + column * (w + GAP)
      const y = taken.reduce<number>(
        (below, one) => (sharesWidth(one, x, w) ? Math.max(below, one.y + one.h + GAP) : below),
        room.y,
      )
      if (best === undefined || y < best.y) best = { x, y, w, h }
    }
    const place = rounded(best as Bounds)
    taken.push(place)
    return place
  }

  /** Room above the areas of steps, for who comes before there are any. */
  takeLoose(group: number, { w, h }: { readonly w: number; readonly h: number }): Bounds {
    const x = group * loose.width
    const top = this.#loose.reduce<number>(
      (above, one) => (sharesWidth(one, x, w) ? Math.min(above, one.y) : above),
      loose.bottom,
    )
    const place = rounded({ x, y: top - h - GAP, w, h })
    this.#loose.push(place)
    return place
  }

  #takenIn(zone: RecordId): Bounds[] {
    const taken = this.#taken.get(zone) ?? []
    this.#taken.set(zone, taken)
    return taken
  }
}

function sharesWidth(one: Bounds, x: number, w: number): boolean {
  return one.x < x + w && x < one.x + one.w
}

/** As places are stored: to an eighth of a pixel. */
function rounded({ x, y, w, h }: Bounds): Bounds {
  return { x: Math.round(x * 8) / 8, y: Math.round(y * 8) / 8, w, h }
}
