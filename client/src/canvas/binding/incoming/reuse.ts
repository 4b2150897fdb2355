import { sameJson } from '@stip/primitives'
import type { Json } from '@stip/primitives'
import type { TLRecord } from 'tldraw'

/**
 * The new record, made of as much of the previous one as still holds: tldraw compares by identity,
 * and a note whose words did not change must not be measured again.
 *
 * @returns `previous` itself when nothing changed.
 */
export function reuseRecord<Row extends TLRecord>(previous: Row, next: Row): Row {
  return reuse(previous, next, 2)
}

function reuse<Value>(previous: Value, next: Value, depth: number): Value {
  if (sameJson(previous as Json, next as Json)) return previous
  if (depth === 0 || !isObject(previous) || !isObject(next)) return next
  const result: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(next)) {
    result[key] = reuse(previous[key], value, depth - 1)
  }
  return result as Value
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
