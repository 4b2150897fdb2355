/** A point of a line, from where the line begins. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** So near each other Excalidraw takes two ends of a line for one (`LINE_CONFIRM_THRESHOLD`). Px. */
const CLOSED = 8

/** Whether a line ends where it begins, and so has an inside that can be filled. */
export function isLoop(points: readonly Point[]): boolean {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || points.length < 3) return false
  return Math.hypot(first.x - last.x, first.y - last.y) <= CLOSED
}

/** Signed distance from the straight line to the middle of the arc, as tldraw counts it. */
export function bendOf(points: readonly Point[]): number {
  return offsetsOf(points).reduce(
    (most, each) => (Math.abs(each) > Math.abs(most) ? each : most),
    0,
  )
}

/** So far off a line still looks the same. Px. */
const UNSEEN = 4

/** Whether an arc looks otherwise than the line through these points: with corners, or with waves. */
export function isMoreThanArc(points: readonly Point[], isRound: boolean): boolean {
  const offsets = offsetsOf(points)
  const most = Math.max(0, ...offsets)
  const least = Math.min(0, ...offsets)
  if (most - least <= UNSEEN) return false
  return !isRound || (most > UNSEEN && least < -UNSEEN) || points.length > 4
}

function offsetsOf(points: readonly Point[]): readonly number[] {
  const [start, end] = [points[0], points.at(-1)]
  if (start === undefined || end === undefined) return []
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  const length = Math.hypot(dx, dy)
  if (length === 0) return []
  return points.map(({ x, y }) => ((x - start.x) * dy - (y - start.y) * dx) / length)
}

/** Where between its ends an elbow arrow crosses over, from 0 to 1. */
export function crossingOf(points: readonly Point[]): number {
  const [start, corner, end] = [points[0], points[1], points.at(-1)]
  if (start === undefined || corner === undefined || end === undefined) return 0.5
  const isAcross = Math.abs(corner.x - start.x) >= Math.abs(corner.y - start.y)
  const [gone, whole] = isAcross
    ? [corner.x - start.x, end.x - start.x]
    : [corner.y - start.y, end.y - start.y]
  const share = points.length < 4 || whole === 0 ? 0.5 : gone / whole
  return share > 0 && share < 1 ? share : 0.5
}

/** Points on a piece of a curve, between two of the points that it goes through. */
const STEPS = 8

/** A closed curve through points, as one that is drawn by hand (Catmull–Rom). */
export function closedCurve(points: readonly Point[]): readonly Point[] {
  const ring = points.slice(0, -1)
  const at = (place: number): Point => ring[(place + ring.length) % ring.length] ?? { x: 0, y: 0 }
  return ring.flatMap((from, place) => {
    const [before, to, after] = [at(place - 1), at(place + 1), at(place + 2)]
    return Array.from({ length: STEPS }, (_, step) => {
      const t = step / STEPS
      const along = (axis: 'x' | 'y'): number =>
        0.5 *
        (2 * from[axis] +
          (to[axis] - before[axis]) * t +
          (2 * before[axis] - 5 * from[axis] + 4 * to[axis] - after[axis]) * t * t +
          (3 * from[axis] - before[axis] - 3 * to[axis] + after[axis]) * t * t * t)
      return { x: along('x'), y: along('y') }
    })
  })
}
