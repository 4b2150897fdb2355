import { fieldsOf, isOrderKey, orderKeyFrom, orderKeysBehind, recordOf } from '@stip/board'
import type { BoardRecord, Fields } from '@stip/board'
import { isXmlSafe, xmlSafeText } from '@stip/primitives'
import type { Json, JsonObject } from '@stip/primitives'
import { TEXT } from '../schema/layout.ts'
import { mendedText } from './mend-text.ts'
import { fittingSize, isFittingSize, sizedProps } from '../schema/sizes-of-shapes.ts'
import { isSafeLink } from './text-schema.ts'

type Kind = Pick<BoardRecord, 'typeName' | 'type'>

/** Fields of a record that may have been written before there was a rule, or by another program. */
const sized: readonly (readonly [field: string, prop: string])[] = sizedProps.map((prop) => [
  `p.${prop}`,
  prop,
])

/** Fields of a record that hold words one can read. */
const worded = ['text', 'name', 'altText', 'title', 'question', 'label'].map((prop) => `p.${prop}`)

/**
 * Fields with what is no order key, no size, no link of ours or no words for a file brought to the nearest that is; the
 * same for whoever reads them. All that is right stays the very value that it was.
 */
export function mendedFields(kind: Kind, fields: Fields): Fields {
  if (kind.typeName !== 'shape') return withSafeWords(fields)
  let mended: Record<string, Json> | undefined
  const set = (key: string, value: Json): void => {
    mended ??= { ...fields }
    mended[key] = value
  }
  const parent = fields['pi']
  if (Array.isArray(parent) && !isOrderKey(parent[1])) {
    const [name, index, ...place] = parent as readonly Json[]
    set('pi', [name ?? null, orderKeyFrom(index), ...place])
  }
  for (const [field, prop] of sized) {
    const value = fields[field]
    if (value !== undefined && !isFittingSize(kind, prop, value)) {
      set(field, fittingSize(kind, prop, value))
    }
  }
  const points = fields['p.points']
  if (points !== undefined && problemWithPoints(points) !== undefined) {
    set('p.points', mendedPoints(points))
  }
  return withSafeWords(mended ?? fields)
}

/** Fields with words that every file can hold. */
function withSafeWords(fields: Fields): Fields {
  let safe: Record<string, Json> | undefined
  for (const field of worded) {
    const value = fields[field]
    if (typeof value !== 'string' || isXmlSafe(value)) continue
    safe ??= { ...fields }
    safe[field] = xmlSafeText(value)
  }
  return safe ?? fields
}

/** Fields as they were read, without a link that leads elsewhere than it seems. */
export function withSafeLink(fields: Fields): Fields {
  const url = fields['p.url']
  if (url === undefined || url === '' || isSafeLink(url)) return fields
  return { ...fields, 'p.url': '' }
}

/** A record with its fields mended, its text included. */
export function mendedRecord(record: BoardRecord): BoardRecord {
  const fields = fieldsOf(record)
  const { [TEXT]: text, ...rest } = fields
  const mended = mendedFields(record, rest)
  const words = text === undefined ? undefined : mendedText(text)
  if (mended === rest && words === text) return record
  const whole = recordOf(record, { ...mended, ...(words !== undefined && { [TEXT]: words }) })
  const { index } = record
  // Only what it says itself: a record without an order key is broken, not misplaced.
  return {
    ...record,
    props: whole.props,
    ...(typeof index === 'string' && { index: whole['index'] ?? index }),
  }
}

/** Says what is wrong with the order of the points of a line; tldraw puts new ones between them. */
export function problemWithPoints(points: unknown): string | undefined {
  if (typeof points !== 'object' || points === null) return 'invalid-field'
  const indexes = Object.values(points).map((point: unknown) =>
    isObject(point) ? point['index'] : undefined,
  )
  const isInOrder = indexes.every(isOrderKey) && new Set(indexes).size === indexes.length
  return isInOrder ? undefined : 'invalid-index'
}

/** The points in the order in which they were read, each with an order key of its own. */
function mendedPoints(points: Json): Json {
  if (!isObject(points)) return points
  const sorted = Object.entries(points)
    .map(([name, point]) => ({
      name,
      point,
      index: isObject(point) ? orderKeyFrom(point['index']) : 'a1',
    }))
    .toSorted((one, other) => (one.index === other.index ? 0 : one.index < other.index ? -1 : 1))
  const indexes = orderKeysBehind('a1', sorted.length)
  return Object.fromEntries(
    sorted.map(({ name, point }, place) => [
      name,
      isObject(point) ? { ...point, index: indexes[place] ?? 'a1' } : point,
    ]),
  )
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
