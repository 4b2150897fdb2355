import type { Json, JsonObject } from '@stip/primitives'

interface Point {
  readonly x: number
  readonly y: number
}

/** The line of a pen as a path: smooth where the hand was free, straight where a ruler was held. */
export function inkPath(segments: Json | undefined): string {
  if (!Array.isArray(segments)) return ''
  return segments
    .map((segment: Json) => {
      const { type, points } = objectOf(segment)
      const list = Array.isArray(points) ? points.map(pointOf) : []
      return type === 'straight' ? straight(list) : smooth(list)
    })
    .join('')
}

/** A line that was made point by point. */
export function linePath(points: Json | undefined): string {
  const inOrder = Object.values(objectOf(points)).toSorted((one, other) =>
    orderOf(one) < orderOf(other) ? -1 : 1,
  )
  return straight(inOrder.map(pointOf))
}

/** An arrow with its head. */
export function arrowPath(props: JsonObject): string {
  const [start, end] = [pointOf(props['start'] ?? null), pointOf(props['end'] ?? null)]
  const bend = typeof props['bend'] === 'number' ? props['bend'] : 0
  const length = Math.hypot(end.x - start.x, end.y - start.y)
  if (length === 0) return ''
  const [across, down] = [(end.x - start.x) / length, (end.y - start.y) / length]
  // The curve passes at the distance of the bend from the middle: its handle lies twice as far.
  const middle = {
    x: (start.x + end.x) / 2 + down * bend * 2,
    y: (start.y + end.y) / 2 - across * bend * 2,
  }
  const angle = Math.atan2(end.y - middle.y, end.x - middle.x)
  const head = Math.min(30, length / 3)
  const wing = (turn: number) =>
    at({ x: end.x - head * Math.cos(angle + turn), y: end.y - head * Math.sin(angle + turn) })
  return `M${at(start)}Q${at(middle)} ${at(end)}M${wing(0.5)}L${at(end)}L${wing(-0.5)}`
}

function straight(points: readonly Point[]): string {
  return points.length === 0 ? '' : `M${points.map(at).join('L')}`
}

/** Through the middles between points, so that corners of the hand do not show. */
function smooth(points: readonly Point[]): string {
  const [first, ...rest] = points
  const last = rest.at(-1)
  if (first === undefined) return ''
  // A dot is a line without length; its round ends make it a dot.
  if (last === undefined) return `M${at(first)}h0.01`
  let path = `M${at(first)}`
  for (const [place, point] of rest.slice(0, -1).entries()) {
    const next = rest[place + 1] as Point
    path += `Q${at(point)} ${at({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`
  }
  return `${path}L${at(last)}`
}

function orderOf(point: Json): string {
  const { index } = objectOf(point)
  return typeof index === 'string' ? index : ''
}

function at({ x, y }: Point): string {
  return `${rounded(x)} ${rounded(y)}`
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

function pointOf(value: Json): Point {
  const { x, y } = objectOf(value)
  return { x: typeof x === 'number' ? x : 0, y: typeof y === 'number' ? y : 0 }
}

function objectOf(value: Json | undefined): JsonObject {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? (value as JsonObject) : {}
}
