import type { BoardRecord } from '@stip/board'
import type { Json, JsonObject, RecordId } from '@stip/primitives'
import { LOWEST_INDEX, indexesBehind } from '../indexes.ts'
import { numberIn, textIn } from '../json-file.ts'
import { arrowProps, newArrowBinding, newShape } from '../new-records.ts'
import { isPainted } from './colors.ts'
import { bendOf, closedCurve, crossingOf, isLoop, isMoreThanArc } from './curves.ts'
import type { Point } from './curves.ts'
import { fillOf, fontOf, placeOf, strokeOf } from './element.ts'
import type { ElementWorld } from './element.ts'
import { isPoint } from './restore.ts'

/** Points of one line; each is a few values, and a record holds at most `limits.values`. */
const MOST_POINTS = 8000

/** A stroke of the pen. */
export function freedraw(
  id: RecordId,
  element: JsonObject,
  world: ElementWorld,
): BoardRecord | undefined {
  const { points: list, pressures } = element
  const measured = Array.isArray(pressures) ? (pressures as readonly Json[]) : []
  const points = (Array.isArray(list) ? (list as readonly Json[]) : []).flatMap((point, place) =>
    isPoint(point) ? [{ x: point[0], y: point[1], z: numberIn(measured[place], 0.5) }] : [],
  )
  if (points.length === 0) return undefined
  const inked = thinned(points)
  return ink(id, element, world, {
    dash: 'draw',
    segments: [{ type: 'free', points: inked as unknown as Json }],
    isClosed: isLoop(inked) && isPainted(element['backgroundColor']),
    isPen: element['simulatePressure'] === false,
  })
}

/** A line of straight or curved pieces; one around a filled inside is ink, which can be filled. */
export function line(id: RecordId, element: JsonObject, world: ElementWorld): BoardRecord {
  const points = pointsOf(element)
  const isRound = element['roundness'] !== null
  if (isLoop(points) && isPainted(element['backgroundColor'])) {
    return ink(id, element, world, {
      segments: isRound ? [freeSegment(closedCurve(points))] : straightSegments(points),
      isClosed: true,
      isPen: false,
    })
  }
  const indexes = indexesBehind(LOWEST_INDEX, points.length)
  const named = points.map(({ x, y }, place) => {
    const name = indexes[place] ?? LOWEST_INDEX
    return [name, { id: name, index: name, x, y }] as const
  })
  return newShape(id, 'line', turned(element, points, world), {
    ...strokeOf(element),
    spline: isRound ? 'cubic' : 'line',
    points: Object.fromEntries(named),
    scale: 1,
  })
}

/** An arrow, with the words on it; its bend follows from the point that lies furthest off. */
export function arrow(id: RecordId, element: JsonObject, world: ElementWorld): BoardRecord {
  const points = pointsOf(element)
  const [start, end] = [points[0] ?? origin, points.at(-1) ?? origin]
  const label = world.labelOf(textIn(element['id']))
  const isElbow = element['elbowed'] === true
  if (!isElbow && isMoreThanArc(points, element['roundness'] !== null)) {
    world.remarks.add('flattened-curves', 1)
  }
  return newShape(id, 'arrow', turned(element, points, world), {
    ...arrowProps,
    ...strokeOf(element),
    kind: isElbow ? 'elbow' : 'arc',
    start: { x: start.x, y: start.y },
    end: { x: end.x, y: end.y },
    bend: isElbow ? 0 : bendOf(points),
    elbowMidPoint: isElbow ? crossingOf(points) : 0.5,
    arrowheadStart: headOf(element['startArrowhead'], world),
    arrowheadEnd: headOf(element['endArrowhead'], world),
    font: fontOf(label),
    text: label === undefined ? '' : textIn(label['text']),
  })
}

const origin: Point = { x: 0, y: 0 }

function ink(
  id: RecordId,
  element: JsonObject,
  world: ElementWorld,
  props: JsonObject & { readonly segments: Json },
): BoardRecord {
  const points = (props.segments as unknown as { points: Point[] }[]).flatMap((each) => each.points)
  const filled = props['isClosed'] === true ? fillOf(element) : { fill: 'none' }
  return newShape(id, 'draw', turned(element, points, world), {
    ...strokeOf(element),
    ...filled,
    isComplete: true,
    scale: 1,
    ...props,
  })
}

function straightSegments(points: readonly Point[]): Json {
  return points.slice(1).map((to, place) => ({
    type: 'straight',
    points: [points[place] ?? origin, to].map(({ x, y }) => ({ x, y, z: 0.5 })),
  }))
}

function freeSegment(points: readonly Point[]): Json {
  return { type: 'free', points: points.map(({ x, y }) => ({ x, y, z: 0.5 })) }
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

function pointsOf({ points }: JsonObject): readonly Point[] {
  const list = Array.isArray(points) ? (points as readonly Json[]) : []
  return thinned(list.filter(isPoint).map(([x, y]) => ({ x, y })))
}

/** As many as a record may hold; the ends stay. */
function thinned<Kind extends Point>(points: readonly Kind[]): readonly Kind[] {
  const step = Math.ceil(points.length / MOST_POINTS)
  return points.filter((_, place) => place % step === 0 || place === points.length - 1)
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

/** Heads that we do not have become plain ones, and are told. */
function headOf(head: Json | undefined, { remarks }: ElementWorld): string {
  const known = heads[textIn(head)]
  if (known !== undefined) return known
  remarks.add('other-heads', 1)
  return 'arrow'
}

const heads: Readonly<Record<string, string>> = {
  '': 'none',
  arrow: 'arrow',
  bar: 'bar',
  circle: 'dot',
  circle_outline: 'dot',
  triangle: 'triangle',
  triangle_outline: 'triangle',
  diamond: 'diamond',
  diamond_outline: 'diamond',
}
