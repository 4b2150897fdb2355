import type { RecordId } from '@stip/primitives'
import type { BoardRecord } from '../record.ts'
import type { Bounds } from '../shape-size.ts'
import { pageId } from '../zone.ts'
import { extentOf } from './extent.ts'
import type { Extent } from './extent.ts'
import { isZone, pageZone, shiftAt } from './page-zones.ts'
import type { PageZone, Step } from './page-zones.ts'

/** Something that names its zone still belongs to it when it lies so far below it on paper. Board pixels. */
const FARTHEST = 50_000

/** Where something belongs, and how much lower than on paper it is shown. */
export interface ZonePlace {
  readonly zone: PageZone | undefined
  readonly shift: number
}

/**
 * The zones of a board, on paper and as they are shown: paper is what is stored, where no zone ever
 * grows; shown is what people see. All of it follows from the records.
 */
export class ZonePage {
  protected zones: ReadonlyMap<RecordId, PageZone> = new Map()
  protected steps: readonly Step[] = []
  /** Those that things belong to, the smallest first. */
  #holding: readonly PageZone[] = []

  /** The zones among records as a board shows them. */
  static ofShown(records: Iterable<BoardRecord>): ZonePage {
    const page = new ZonePage()
    const shown = [...records].filter(isZone)
    page.setZones(shown)
    page.steps = shown
      .map((record) => ({ record, zone: pageZone(record) }))
      .filter(({ zone }) => zone.grows)
      .map(({ record: { y, props }, zone: { bottom } }) => ({
        at: bottom,
        sum: Number(y) + Number(props['h']) - bottom,
      }))
      .toSorted((one, other) => one.at - other.at)
    return page
  }

  protected setZones(records: readonly BoardRecord[]): void {
    this.zones = new Map(records.map((record) => [record.id, pageZone(record)]))
    this.#holding = [...this.zones.values()]
      .filter(({ holds }) => holds)
      .toSorted((one, other) => sizeOf(one) - sizeOf(other) || (one.id < other.id ? -1 : 1))
  }

  /** The zone of something on paper: the one that it names, else the smallest in which it lies. */
  protected zoneOf({ x, y, meta }: BoardRecord, { dx, dy }: Extent): PageZone | undefined {
    const [left, top] = [Number(x) + dx, Number(y) + dy]
    const named = typeof meta['zone'] === 'string' ? this.zones.get(meta['zone']) : undefined
    const isThere = named?.holds === true && named.top <= top && top <= named.bottom + FARTHEST
    if (isThere) return named
    return this.#holding.find(
      (zone) => zone.top <= top && top < zone.bottom && zone.x <= left && left < zone.x + zone.w,
    )
  }

  /** Where something belongs that is shown with its middle here. */
  placeAt(x: number, y: number): ZonePlace {
    const { steps } = this
    const inside = this.#holding.find((zone) => {
      const isBeside = x < zone.x || zone.x + zone.w <= x
      return !isBeside && zone.top + this.shiftOfZone(zone) <= y && y < this.#shownBottom(zone)
    })
    if (inside !== undefined) return { zone: inside, shift: this.shiftOfZone(inside) }
    const shift = [0, ...steps.map(({ sum }) => sum)].find((sum) => shiftAt(steps, y - sum) === sum)
    if (shift !== undefined) return { zone: undefined, shift }
    // Beside the part by which a zone grew; that is nowhere on paper but below that zone.
    const zone = this.#holding.find(
      (one) => one.grows && shiftAt(steps, one.top) + one.top <= y && y < this.#shownBottom(one),
    )
    return { zone, shift: zone === undefined ? 0 : this.shiftOfZone(zone) }
  }

  /**
   * A record as it is stored of one as it is shown. It names its zone where that does not follow
   * from its place on paper.
   *
   * @param zoneId - The zone that it must belong to, also when that has to grow for it first.
   */
  toPaper(record: BoardRecord, zoneId?: RecordId): BoardRecord {
    if (this.#holding.length === 0 || !standsOnPage(record)) return record
    const extent = this.extentIn(record)
    const wanted = zoneId === undefined ? undefined : this.zones.get(zoneId)
    const [x, y] = [Number(record['x']), Number(record['y'])]
    const { zone, shift } = wanted?.holds
      ? { zone: wanted, shift: this.shiftOfZone(wanted) }
      : this.placeAt(x + extent.dx, y + extent.dy)
    const moved = shift === 0 ? record : { ...record, y: y - shift }
    if (this.zoneOf(moved, extent) === zone) return moved
    return { ...moved, meta: { ...moved.meta, zone: zone?.id ?? null } }
  }

  /** A rectangle of the paper, as it is shown. */
  areaShown({ x, y, w, h }: Bounds): Bounds {
    const [above, below] = [shiftAt(this.steps, y), shiftAt(this.steps, y + h)]
    return { x, y: y + above, w, h: h + below - above }
  }

  protected extentIn(record: BoardRecord): Extent {
    return extentOf(record)
  }

  protected shiftOfZone({ top }: PageZone): number {
    return shiftAt(this.steps, top)
  }

  #shownBottom({ bottom }: PageZone): number {
    return bottom + shiftAt(this.steps, bottom)
  }
}

/** Whether a record is a thing on the page itself, and no zone. */
export function standsOnPage(record: BoardRecord): boolean {
  return record.typeName === 'shape' && record['parentId'] === pageId && record.type !== 'zone'
}

function sizeOf({ w, top, bottom }: PageZone): number {
  return w * (bottom - top)
}
