import { DEEPEST_NESTING, ZonePage } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import type { Json, JsonObject } from '@stip/primitives'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** One thing in a miniature. `color` is a colour name of tldraw, or of a zone. */
export type MiniShape =
  | ({
      readonly kind: 'zone'
      readonly id: string
      readonly color: string
      readonly title: string
    } & Rectangle)
  | ({
      readonly kind: 'note' | 'box' | 'text' | 'image'
      readonly id: string
      readonly color: string
      /** How much is written on it, in letters. */
      readonly letters: number
    } & Rectangle)
  | ({
      readonly kind: 'line'
      readonly id: string
      readonly color: string
      readonly points: readonly Point[]
    } & Rectangle)

interface Point {
  readonly x: number
  readonly y: number
}

/** Side of a note on a board, in board units. */
const noteSize = 200
/** Height of one line of text in the middle size. */
const lineHeight = 36
/** Areas of steps lie further apart than this; zones of one step never do. */
const gapBetweenAreas = 200

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
  area?: Rectangle,
): Rectangle | undefined {
  if (area === undefined) {
    return lowestBand(shapes.filter(({ kind }) => kind === 'zone')) ?? boundsOf(shapes)
  }
  const shown = ZonePage.ofShown(zones).areaShown(area)
  return boundsOf(shapes.filter((shape) => hasMiddleIn(shape, shown))) ?? shown
}

function hasMiddleIn(shape: Rectangle, { x, y, w, h }: Rectangle): boolean {
  const [across, down] = [shape.x + shape.w / 2, shape.y + shape.h / 2]
  return x <= across && across <= x + w && y <= down && down <= y + h
}

/** The smallest rectangle around all shapes; undefined when there are none. */
function boundsOf(shapes: readonly Rectangle[]): Rectangle | undefined {
  if (shapes.length === 0) return undefined
  const x = Math.min(...shapes.map((shape) => shape.x))
  const y = Math.min(...shapes.map((shape) => shape.y))
  const right = Math.max(...shapes.map((shape) => shape.x + shape.w))
  const bottom = Math.max(...shapes.map((shape) => shape.y + shape.h))
  return { x, y, w: Math.max(1, right - x), h: Math.max(1, bottom - y) }
}

function lowestBand(zones: readonly MiniShape[]): Rectangle | undefined {
  let band: MiniShape[] = []
  let bottom = Number.NEGATIVE_INFINITY
  for (const zone of zones.toSorted((one, other) => one.y - other.y)) {
    if (zone.y > bottom + gapBetweenAreas) band = []
    band.push(zone)
    bottom = Math.max(bottom, zone.y + zone.h)
  }
  return boundsOf(band)
}

function miniShape(shape: BoardRecord, origin: Point): MiniShape | undefined {
  const { props } = shape
  // Titles that stand loose on a board are too small to read from here.
  if (shape.type === 'zone' && props['style'] === 'label') return undefined
  const place = { id: shape.id, x: origin.x, y: origin.y, color: textOf(props['color']) }
  const w = numberOf(props['w'])
  const h = numberOf(props['h'])
  const letters = lettersIn(props['richText'])
  switch (shape.type) {
    case 'zone':
      return { ...place, kind: 'zone', w, h, title: zoneTitle(props) }
    case 'note': {
      const size = noteSize * (numberOf(props['scale']) || 1)
      return { ...place, kind: 'note', w: size, h: size + numberOf(props['growY']), letters }
    }
    case 'geo':
      return { ...place, kind: 'box', w, h: h + numberOf(props['growY']), letters }
    case 'image':
      return { ...place, kind: 'image', w, h, letters }
    case 'text':
      return { ...place, kind: 'text', w: Math.max(w, 40), h: lineHeight, letters }
    case 'draw':
    case 'highlight':
    case 'line':
    case 'arrow': {
      const points = pointsOf(props).map((point) => ({
        x: origin.x + point.x,
        y: origin.y + point.y,
      }))
      const bounds = boundsOf(points.map((point) => ({ ...point, w: 0, h: 0 })))
      return bounds === undefined ? undefined : { ...place, ...bounds, kind: 'line', points }
    }
    default:
      return undefined
  }
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
