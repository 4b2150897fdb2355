import type { BoardRecord } from '@stip/board'
import type { Json, JsonObject, RecordId } from '@stip/primitives'
import { indexesBehind } from '../indexes.ts'
import { numberIn, textIn } from '../json-file.ts'
import { arrowProps, newArrowBinding, newShape } from '../new-records.ts'
import { inkColor } from './colors.ts'
import { fillOf, placeOf, strokeOf } from './element.ts'
import type { ElementWorld } from './element.ts'

/** Points of one line; each is a few values, and a record holds at most `limits.values`. */
const MOST_POINTS = 8000

interface Point {
  readonly x: number
  readonly y: number
}

/** A stroke of the pen. */
export function freedraw(
  id: RecordId,
  element: JsonObject,
  world: ElementWorld,
): BoardRecord | undefined {
  const points = pointsOf(element)
  if (points.length === 0) return undefined
  const pressures = element['pressures']
  const isPen = element['simulatePressure'] === false
  const inked = points.map(({ x, y }, place) => ({
    x,
    y,
    z: Array.isArray(pressures) ? numberIn(pressures[place] as Json, 0.5) : 0.5,
  }))
  return newShape(id, 'draw', turned(element, points, world), {
    ...strokeOf(element),
    dash: 'draw',
    ...fillOf(element),
    color: inkColor(element['strokeColor']),
    segments: [{ type: 'free', points: inked }],
    isComplete: true,
    isClosed: false,
    isPen,
    scale: 1,
  })
}

/** A line of straight or curved pieces. */
export function line(
  id: RecordId,
  element: JsonObject,
  world: ElementWorld,
): BoardRecord | undefined {
  const points = pointsOf(element)
  if (points.length < 2) return undefined
  const indexes = indexesBehind('a0', points.length)
  const named = points.map(({ x, y }, place) => {
    const name = indexes[place] ?? 'a0'
    return [name, { id: name, index: name, x, y }] as const
  })
  return newShape(id, 'line', turned(element, points, world), {
    ...strokeOf(element),
    spline: element['roundness'] === null ? 'line' : 'cubic',
    points: Object.fromEntries(named),
    scale: 1,
  })
}

/** An arrow, with the words on it; its bend follows from the point that lies furthest off. */
export function arrow(
  id: RecordId,
  element: JsonObject,
  world: ElementWorld,
): BoardRecord | undefined {
  const points = pointsOf(element)
  const [start, end] = [points[0], points.at(-1)]
  if (start === undefined || end === undefined || points.length < 2) return undefined
  const label = world.labelOf(textIn(element['id']))
  return newShape(id, 'arrow', turned(element, points, world), {
    ...arrowProps,
    ...strokeOf(element),
    start: { x: start.x, y: start.y },
    end: { x: end.x, y: end.y },
    bend: bendOf(start, end, points),
    arrowheadStart: headOf(element['startArrowhead']),
    arrowheadEnd: headOf(element['endArrowhead']),
    text: label === undefined ? '' : textIn(label['text']),
  })
}

/** What ties the ends of an arrow to other elements. */
export function bindingsOf(
  arrowId: RecordId,
  element: JsonObject,
  { nameOf }: ElementWorld,
  newId: () => string,
): readonly BoardRecord[] {
  return (['start', 'end'] as const).flatMap((terminal) => {
    const binding = element[`${terminal}Binding`]
    const target = nameOf(textIn((binding as JsonObject | null | undefined)?.['elementId']))
    if (target === undefined || target === arrowId) return []
    return [newArrowBinding(`binding:${newId()}`, [arrowId, target], terminal)]
  })
}

function pointsOf(element: JsonObject): readonly Point[] {
  const list = element['points']
  const points = (Array.isArray(list) ? (list as readonly Json[]) : []).flatMap((point) => {
    const [x, y] = Array.isArray(point) ? (point as readonly Json[]) : []
    return typeof x === 'number' && typeof y === 'number' ? [{ x, y }] : []
  })
  const step = Math.ceil(points.length / MOST_POINTS)
  return step <= 1 ? points : points.filter((_, place) => place % step === 0)
}

/** Lines begin at their first point, which may lie anywhere in their box; they turn about the box's middle. */
function turned(element: JsonObject, points: readonly Point[], world: ElementWorld) {
  const [left, top] = [least(points, 'x'), least(points, 'y')]
  const box = {
    ...element,
    x: numberIn(element['x'], 0) + left,
    y: numberIn(element['y'], 0) + top,
  }
  const place = placeOf(box, world)
  const angle = place.rotation ?? 0
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return {
    ...place,
    x: place.x - (cos * left - sin * top),
    y: place.y - (sin * left + cos * top),
  }
}

function least(points: readonly Point[], axis: 'x' | 'y'): number {
  return points.reduce((smallest, point) => Math.min(smallest, point[axis]), Infinity)
}

/** Signed distance from the straight line to the middle of the arc, as tldraw counts it. */
function bendOf(start: Point, end: Point, points: readonly Point[]): number {
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  const length = Math.hypot(dx, dy)
  if (length === 0) return 0
  const offsets = points.map(({ x, y }) => ((x - start.x) * dy - (y - start.y) * dx) / length)
  return offsets.reduce((most, each) => (Math.abs(each) > Math.abs(most) ? each : most), 0)
}

function headOf(head: Json | undefined): string {
  switch (head) {
    case undefined:
    case null:
      return 'none'
    case 'bar':
    case 'triangle':
    case 'diamond':
      return head
    case 'circle':
    case 'dot':
      return 'dot'
    default:
      return 'arrow'
  }
}
