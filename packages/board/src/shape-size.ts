import type { Json, JsonObject } from '@stip/primitives'
import type { BoardRecord } from './record.ts'

/** A rectangle in board pixels; x and y are its top left corner. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/**
 * The space a shape takes in its own coordinates, before its place and rotation. Exact where the
 * size stands in the record; an estimate for text, whose size only a browser can measure.
 */
export function localBounds(record: BoardRecord): Bounds {
  const { props, type } = record
  const scale = numberOr(props['scale'], 1)
  switch (type) {
    case 'note':
      return { x: 0, y: 0, w: 200 * scale, h: (200 + numberOr(props['growY'], 0)) * scale }
    case 'text':
      return textBounds(props, scale)
    case 'stip':
      return stipBounds(props, scale)
    case 'horizon':
      return { x: 0, y: 0, w: numberOr(props['w'], 0) * scale, h: HORIZON * scale }
    case 'draw':
    case 'highlight':
      return around(listOf(props['segments']).flatMap((segment) => segmentPoints(segment)))
    case 'line':
      return around(Object.values(objectOf(props['points'])))
    case 'arrow': {
      const bend = Math.abs(numberOr(props['bend'], 0))
      const { x, y, w, h } = around([props['start'] ?? null, props['end'] ?? null])
      return { x: x - bend, y: y - bend, w: w + 2 * bend, h: h + 2 * bend }
    }
    default:
      return {
        x: 0,
        y: 0,
        w: numberOr(props['w'], 0),
        h: numberOr(props['h'], 0) + numberOr(props['growY'], 0),
      }
  }
}

/** The dot of a stip with the gap below it, the letters of its sentence, and the height of a horizon. */
const [DOT, LETTER, HORIZON] = [88, 28, 24]

function stipBounds(props: JsonObject, scale: number): Bounds {
  const w = numberOr(props['w'], 0)
  const perLine = Math.max(1, Math.floor(w / (LETTER * 0.6)))
  const lines = listOf(objectOf(props['richText'])['content'])
    .map((paragraph) => Math.max(1, Math.ceil(textLength(paragraph) / perLine)))
    .reduce((sum, count) => sum + count, 0)
  const h = DOT + Math.max(1, lines) * LETTER * 1.35
  return { x: 0, y: 0, w: w * scale, h: h * scale }
}

const fontSizes: JsonObject = { s: 18, m: 24, l: 36, xl: 44 }

function textBounds(props: JsonObject, scale: number): Bounds {
  const size = props['size']
  const fontSize = numberOr(typeof size === 'string' ? fontSizes[size] : undefined, 24)
  const paragraphs = listOf(objectOf(props['richText'])['content']).map(textLength)
  const line = fontSize * 0.6
  const fixed = props['autoSize'] === false ? numberOr(props['w'], 0) : undefined
  const w = fixed ?? Math.max(0, ...paragraphs) * line
  const lines = paragraphs.reduce(
    (sum, length) => sum + (w > 0 ? Math.max(1, Math.ceil((length * line) / w)) : 1),
    0,
  )
  return { x: 0, y: 0, w: w * scale, h: Math.max(1, lines) * fontSize * 1.35 * scale }
}

function textLength(node: Json): number {
  let length = 0
  const waiting: Json[] = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { text, content } = objectOf(next)
    if (typeof text === 'string') length += text.length
    else for (const inner of listOf(content)) waiting.push(inner)
  }
  return length
}

function segmentPoints(segment: Json): readonly Json[] {
  return listOf(objectOf(segment)['points'])
}

function around(points: readonly Json[]): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const point of points) {
    const { x, y } = objectOf(point)
    if (typeof x !== 'number' || typeof y !== 'number') continue
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  if (left > right) return { x: 0, y: 0, w: 0, h: 0 }
  return { x: left, y: top, w: right - left, h: bottom - top }
}

function numberOr(value: Json | undefined, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : []
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {}
}
