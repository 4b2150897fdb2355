import type { Json } from '@stip/primitives'
import { keysOf, sameValue } from './merge-memory.ts'
import type { Conflict } from './merge-plan.ts'
import type { Fields } from '../record.ts'
import { parentIn } from '../stored-fields.ts'

/** Place, parent and rotation mean something together only while the parent stays the same. */
const place: ReadonlySet<string> = new Set(['xy', 'pi', 'rotation'])

/**
 * Compares a copy field by field with what the source asks for and with what the last merge made
 * of it. Gives the fields that only the source changed, and those that both changed.
 */
export function reconcile(
  source: Fields,
  last: Fields,
  vision: Fields,
): { readonly fields: Fields; readonly conflicts: readonly Omit<Conflict, 'id'>[] } {
  const fields: Record<string, Json> = {}
  const conflicts: Omit<Conflict, 'id'>[] = []
  const keys = keysOf(source, last)
  for (const unit of unitsOf(keys, source, last, vision)) {
    const changed = unit.filter((key) => !sameValue(source[key], last[key]))
    const differing = unit.filter((key) => !sameValue(source[key], vision[key]))
    if (changed.length === 0 || differing.length === 0) continue
    if (unit.some((key) => !sameValue(vision[key], last[key]))) {
      for (const key of changed.filter((key) => differing.includes(key))) {
        conflicts.push({ key, source: source[key] ?? null, vision: vision[key] ?? null })
      }
      continue
    }
    for (const key of differing) {
      const value = source[key]
      if (value !== undefined) fields[key] = value
      // A document cannot forget a field. Only `meta` may hold an empty one.
      else if (key.startsWith('m.')) fields[key] = null
    }
  }
  return { fields, conflicts }
}

/** Whether people changed anything on a copy since the merge wrote it. */
export function isTouched(last: Fields, vision: Fields): boolean {
  return keysOf(last, vision).some((key) => key !== 'gone' && !sameValue(last[key], vision[key]))
}

function unitsOf(
  keys: readonly string[],
  source: Fields,
  last: Fields,
  vision: Fields,
): readonly (readonly string[])[] {
  const parent = parentIn(last)
  if (parentIn(source) === parent && parentIn(vision) === parent) return keys.map((key) => [key])
  const rest = keys.filter((key) => !place.has(key)).map((key) => [key])
  return [keys.filter((key) => place.has(key)), ...rest]
}
