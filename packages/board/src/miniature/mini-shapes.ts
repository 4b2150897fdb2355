import { DEEPEST_NESTING } from '../nesting.ts'
import type { BoardRecord } from '../record.ts'
import type { Bounds } from '../shape-size.ts'
import type { Json, JsonObject } from '@stip/primitives'

/** One thing in a miniature. `color` is a colour name of tldraw, or of a zone. */
export type MiniShape =
  | ({
      readonly kind: 'zone'
      readonly id: string
      readonly color: string
      readonly title: string
    } & Bounds)
  | ({
      readonly kind: 'note' | 'box' | 'text' | 'image'
      readonly id: string
      readonly color: string
      /** How much is written on it, in letters. */
      readonly letters: number
    } & Bounds)
  | ({
      readonly kind: 'line'
      readonly id: string
      readonly color: string
      readonly points: readonly Point[]
    } & Bounds)

interface Point {
  readonly x: number
  readonly y: number
}

/** Side of a note on a board, in board units. */
const noteSize = 200
/** Height of one line of text in the middle size. */
const lineHeight = 36
/** A line is drawn with so many points at most: seen from far, more look the same. */
const mostPoints = 32
/** Of what lies further away nobody sees anything, and JSON has no word for infinity. */
const farthest = 1e9

/** The shapes of a board as a miniature needs them: where they are, and in which colour. */
export function miniShapes(records: readonly BoardRecord[]): readonly MiniShape[] {
  const shapes = records.filter((record) => record.typeName === 'shape').toSorted(inDrawingOrder)
  const byId = new Map(shapes.map((shape) => [shape.id, shape]))
  return shapes.flatMap((shape) => miniShape(shape, originOf(shape, byId)) ?? [])
}

/** Zones lie under everything; the rest in the order of its index, as on the board. */
function inDrawingOrder(one: BoardRecord, other: BoardRecord): number {
  const depth = Number(one.type !== 'zone') - Number(other.type !== 'zone')
  if (depth !== 0) return depth
  return textOf(one['index']) < textOf(other['index']) ? -1 : 1
}

/** The smallest rectangle around all shapes; undefined when there are none. */
export function boundsOf(shapes: readonly Bounds[]): Bounds | undefined {
  if (shapes.length === 0) return undefined
  let [x, y, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const shape of shapes) {
    x = Math.min(x, shape.x)
    y = Math.min(y, shape.y)
    right = Math.max(right, shape.x + shape.w)
    bottom = Math.max(bottom, shape.y + shape.h)
  }
  return { x, y, w: Math.max(1, right - x), h: Math.max(1, bottom - y) }
}

function miniShape(shape: BoardRecord, origin: Point): MiniShape | undefined {
  const { props } = shape
  // Titles that stand loose on a board are too small to read from here.
  if (shape.type === 'zone' && props['style'] === 'label') return undefined
  const place = {
    id: shape.id,
    x: whole(origin.x),
    y: whole(origin.y),
    color: textOf(props['color']),
  }
  const w = whole(numberOf(props['w']))
  const h = whole(numberOf(props['h']))
  const grown = whole(numberOf(props['growY']))
  const letters = lettersIn(props['richText'])
  switch (shape.type) {
    case 'zone':
      return { ...place, kind: 'zone', w, h, title: zoneTitle(props) }
    case 'note': {
      const size = whole(noteSize * (numberOf(props['scale']) || 1))
      return { ...place, kind: 'note', w: size, h: size + grown, letters }
    }
    case 'geo':
      return { ...place, kind: 'box', w, h: h + grown, letters }
    case 'image':
      return { ...place, kind: 'image', w, h, letters }
    case 'text':
      return { ...place, kind: 'text', w: Math.max(w, 40), h: lineHeight, letters }
    case 'draw':
    case 'highlight':
    case 'line':
    case 'arrow': {
      const points = thinned(pointsOf(props)).map((point) => ({
        x: whole(origin.x + point.x),
        y: whole(origin.y + point.y),
      }))
      const bounds = boundsOf(points.map((point) => ({ ...point, w: 0, h: 0 })))
      return bounds === undefined ? undefined : { ...place, ...bounds, kind: 'line', points }
    }
    default:
      return undefined
  }
}

/** In whole board units: finer than a miniature shows, and shorter to send. */
function whole(value: number): number {
  return Math.round(Math.max(-farthest, Math.min(farthest, value)))
}

/** The points of a line, evenly fewer when there are many; its ends stay. */
function thinned(points: readonly Point[]): readonly Point[] {
  if (points.length <= mostPoints) return points
  const last = points.length - 1
  return Array.from({ length: mostPoints }, (_, place) => {
    const point = points[Math.round((place * last) / (mostPoints - 1))]
    return point ?? { x: 0, y: 0 }
  })
}

function zoneTitle(props: JsonObject): string {
  return [textOf(props['letter']), textOf(props['title'])].filter((part) => part !== '').join(' · ')
}

/** Rich text is a tree with the words in its leaves. */
function lettersIn(richText: Json | undefined): number {
  const node = objectOf(richText)
  const own = textOf(node['text']).length
  return listOf(node['content']).reduce<number>((sum, child) => sum + lettersIn(child), own)
}

/** Places are relative to the parent, which may have a parent itself. */
function originOf(shape: BoardRecord, byId: ReadonlyMap<string, BoardRecord>): Point {
  let x = numberOf(shape['x'])
  let y = numberOf(shape['y'])
  let parent = byId.get(textOf(shape['parentId']))
  // Two moves at once can make a circle of parents; the board repairs it, a miniature stops.
  for (let depth = 0; parent !== undefined && depth < DEEPEST_NESTING; depth++) {
    x += numberOf(parent['x'])
    y += numberOf(parent['y'])
    parent = byId.get(textOf(parent['parentId']))
  }
  return { x, y }
}

function pointsOf(props: JsonObject): readonly Point[] {
  const segments = props['segments']
  if (Array.isArray(segments)) {
    return segments.flatMap((segment: Json) => listOf(objectOf(segment)['points']).map(pointOf))
  }
  const points = props['points']
  if (points !== undefined) return Object.values(objectOf(points)).map(pointOf)
  return [pointOf(props['start'] ?? null), pointOf(props['end'] ?? null)]
}

function pointOf(value: Json): Point {
  const point = objectOf(value)
  return { x: numberOf(point['x']), y: numberOf(point['y']) }
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

function objectOf(value: Json | undefined): JsonObject {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? (value as JsonObject) : {}
}

function numberOf(value: Json | undefined): number {
  return typeof value === 'number' ? value : 0
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
