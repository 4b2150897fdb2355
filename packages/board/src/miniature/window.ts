import type { BoardRecord } from '../record.ts'
import type { Bounds } from '../shape-size.ts'
import { ZonePage } from '../zone-layout/zone-page.ts'
import { boundsOf } from './mini-shapes.ts'
import type { MiniShape } from './mini-shapes.ts'

/** Areas of steps lie further apart than this; zones of one step never do. */
const gapBetweenAreas = 200

/** How many things people made, so without the zones of the step. */
export function thingsOn(shapes: readonly MiniShape[]): number {
  return shapes.filter((shape) => shape.kind !== 'zone').length
}

/**
 * The part of a board worth showing: the area of the step that works on it, as high as its zones
 * became, and what people put there. Without one, that of the step that was opened last. A board
 * without zones, or with lanes only, is shown whole.
 *
 * @param zones - The zones as records, as they are shown.
 */
export function windowOf(
  shapes: readonly MiniShape[],
  zones: readonly BoardRecord[] = [],
  area?: Bounds,
): Bounds | undefined {
  if (area === undefined) {
    return lowestBand(shapes.filter(({ kind }) => kind === 'zone')) ?? boundsOf(shapes)
  }
  const shown = ZonePage.ofShown(zones).areaShown(area)
  return boundsOf(shapes.filter((shape) => hasMiddleIn(shape, shown))) ?? shown
}

function hasMiddleIn(shape: Bounds, { x, y, w, h }: Bounds): boolean {
  const [across, down] = [shape.x + shape.w / 2, shape.y + shape.h / 2]
  return x <= across && across <= x + w && y <= down && down <= y + h
}

function lowestBand(zones: readonly MiniShape[]): Bounds | undefined {
  let band: MiniShape[] = []
  let bottom = Number.NEGATIVE_INFINITY
  for (const zone of zones.toSorted((one, other) => one.y - other.y)) {
    if (zone.y > bottom + gapBetweenAreas) band = []
    band.push(zone)
    bottom = Math.max(bottom, zone.y + zone.h)
  }
  return boundsOf(band)
}
