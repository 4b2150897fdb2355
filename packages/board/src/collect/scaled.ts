import type { Json, JsonObject } from '@stip/primitives'
import type { Fields } from '../record.ts'

/**
 * The fields of a shape drawn smaller, but for its place. tldraw has two ways: what is written or
 * has a size of its own becomes smaller by `scale`; of what is drawn the points come closer as well.
 */
export function scaled(type: string, fields: Fields, factor: number): Fields {
  if (factor === 1) return fields
  const result: Record<string, Json> = { ...fields }
  const times = (key: string): void => {
    const value = fields[key]
    if (typeof value === 'number') result[key] = value * factor
  }
  times('p.scale')
  switch (type) {
    case 'note':
    case 'text':
    case 'stip':
    case 'horizon':
      break
    case 'draw':
    case 'highlight':
      result['p.segments'] = listOf(fields['p.segments']).map((segment) => ({
        ...objectOf(segment),
        points: listOf(objectOf(segment)['points']).map((point) => closer(point, factor)),
      }))
      break
    case 'line':
      result['p.points'] = Object.fromEntries(
        Object.entries(objectOf(fields['p.points'])).map(([id, point]) => {
          return [id, closer(point, factor)]
        }),
      )
      break
    case 'arrow':
      times('p.bend')
      for (const end of ['p.start', 'p.end']) {
        if (fields[end] !== undefined) result[end] = closer(fields[end], factor)
      }
      break
    default:
      for (const key of ['p.w', 'p.h', 'p.growY']) times(key)
  }
  return result
}

function closer(point: Json, factor: number): Json {
  const { x, y } = objectOf(point)
  if (typeof x !== 'number' || typeof y !== 'number') return point
  return { ...objectOf(point), x: eighths(x * factor), y: eighths(y * factor) }
}

/** As the document keeps ink, so that what is read is what was written. */
function eighths(value: number): number {
  return Math.round(value * 8) / 8 + 0
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : []
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {}
}
