import type { Bounds } from '../shape-size.ts'

type Size = Pick<Bounds, 'w' | 'h'>
type Point = Pick<Bounds, 'x' | 'y'>

/** How finely one looks for a place where everything covers something. In board pixels. */
const STEP = 20

/**
 * The first place in reading order that touches nothing. Only places against the edge of the room
 * or of something in the way can be the first.
 *
 * @param accepts - Whether the place is as good as it is free.
 */
export function firstFree(
  room: Bounds,
  { w, h }: Size,
  obstacles: readonly Bounds[],
  gap: number,
  accepts: (place: Bounds) => boolean = () => true,
): Point | undefined {
  const [right, bottom] = [room.x + room.w, room.y + room.h]
  // What is wider than a room that never ends still has a place in it.
  const left = bottom === Infinity && w > room.w ? right - w + (w - room.w) / 2 : room.x
  const tops = obstacles.map((one) => one.y + one.h + gap).filter((y) => y > room.y)
  for (const y of new Set([room.y, ...tops.toSorted((one, other) => one - other)])) {
    if (y + h > bottom) break
    const inRow = obstacles.filter((one) => one.y < y + h + gap && y < one.y + one.h + gap)
    for (let x = left; x === left || x + w <= right;) {
      const place = { x, y, w, h }
      const blocking = inRow.find((one) => overlaps(one, place, gap))
      if (blocking === undefined && accepts(place) && (x + w <= right || bottom === Infinity)) {
        return { x, y }
      }
      x = blocking === undefined ? x + STEP : blocking.x + blocking.w + gap
    }
  }
  return undefined
}

/** Where something covers least, of what cannot be avoided; its middle stays in the room. */
export function leastCovered(room: Bounds, size: Size, words: readonly Bounds[]): Point {
  const [overX, overY] = [Math.min(size.w, room.w), Math.min(size.h, room.h)]
  const around = {
    x: room.x + overX / 2 - size.w / 2,
    y: room.y + overY / 2 - size.h / 2,
    w: room.w - overX + size.w,
    h: room.h - overY + size.h,
  }
  let [best, least]: readonly [Point, number] = [around, Infinity]
  for (let y = around.y; y + size.h <= around.y + around.h; y += STEP) {
    for (let x = around.x; x + size.w <= around.x + around.w; x += STEP) {
      const covered = words.reduce((sum, one) => sum + shared(one, { x, y, ...size }), 0)
      if (covered < least) [best, least] = [{ x, y }, covered]
    }
  }
  return best
}

/** Whether two things lie less than a margin apart. */
export function overlaps(one: Bounds, other: Bounds, margin: number): boolean {
  return (
    one.x < other.x + other.w + margin &&
    other.x < one.x + one.w + margin &&
    one.y < other.y + other.h + margin &&
    other.y < one.y + one.h + margin
  )
}

function shared(one: Bounds, other: Bounds): number {
  const w = Math.min(one.x + one.w, other.x + other.w) - Math.max(one.x, other.x)
  const h = Math.min(one.y + one.h, other.y + other.h) - Math.max(one.y, other.y)
  return Math.max(0, w) * Math.max(0, h)
}
