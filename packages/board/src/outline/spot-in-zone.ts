import type { RecordId } from '@stip/primitives'
import type { BoardRecord } from '../record.ts'
import type { Bounds } from '../shape-size.ts'
import { firstFree } from './free-place.ts'
import { freeSpot, GAP, obstaclesOf } from './placing.ts'
import { sectionFinder, sectionsOf } from './sections.ts'

type Point = Pick<Bounds, 'x' | 'y'>

interface Wish {
  readonly w: number
  readonly h: number
  /** What the person sees; there is looked first. */
  readonly view?: Bounds
  /** Where its middle should be, when that is free. */
  readonly middle?: Point
  /** The record itself, when it is on the board already. */
  readonly id?: RecordId
}

/**
 * Where something can lie in a zone that grows, below its words and over nothing: where the person
 * points, else the first free place that they see, else the first of all, however low.
 *
 * @param records - What the board shows.
 * @returns Undefined for what is no such zone.
 */
export function spotInZone(
  records: readonly BoardRecord[],
  zoneId: RecordId,
  { w, h, view, middle, id }: Wish,
): Point | undefined {
  const sections = sectionsOf(records)
  const section = sections.find((one) => one.id === zoneId)
  if (section?.grows !== true) return undefined
  const { room } = section
  const { words, drawings } = obstaclesOf(records, section, id, sectionFinder(sections))
  const size = { w, h }
  if (middle !== undefined) {
    const x = Math.max(room.x, Math.min(middle.x - w / 2, room.x + room.w - w))
    const y = Math.max(room.y, middle.y - h / 2)
    const spot = firstFree({ x, y, ...size }, size, words, GAP)
    if (spot !== undefined) return spot
  }
  const seen = view && shared(room, view)
  const inSight = seen && firstFree(seen, size, [...words, ...drawings], GAP)
  return (
    inSight ?? freeSpot(records, section, { ...size, scales: [1], ...(id !== undefined && { id }) })
  )
}

function shared(one: Bounds, other: Bounds): Bounds {
  const [x, y] = [Math.max(one.x, other.x), Math.max(one.y, other.y)]
  const w = Math.min(one.x + one.w, other.x + other.w) - x
  return { x, y, w, h: Math.min(one.y + one.h, other.y + other.h) - y }
}
