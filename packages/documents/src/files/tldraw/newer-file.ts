import type { Json, JsonObject } from '@stip/primitives'
import { createTLSchema } from '@tldraw/tlschema'
import { boardShapes } from '../../schema/schema.ts'
import { isObject, textIn } from '../json-file.ts'
import { arrowProps, geoProps, noteProps, textProps } from '../new-records.ts'
import type { Remarks } from '../remarks.ts'
import { stepsDown } from './steps-down.ts'

/** A file as tldraw 3.15.6 would have written it, as far as that goes. */
export interface BroughtDown {
  readonly records: readonly JsonObject[]
  readonly schema: JsonObject
}

/** Whether a later tldraw than ours made a file: a number in its schema is higher than we know. */
export function isNewer({ tldrawFileFormatVersion: form, schema }: JsonObject): boolean {
  if (typeof form === 'number' && form > 1) return true
  if (!isObject(schema)) return false
  const { schemaVersion } = schema
  if (typeof schemaVersion === 'number' && schemaVersion > 2) return true
  return Object.entries(numbersOf(schema)).some(
    ([name, number]) =>
      typeof number === 'number' && number > (own[name] ?? (isOfTldraw(name) ? -1 : Infinity)),
  )
}

/**
 * Brings what a later tldraw wrote back to what ours reads: the known steps down first, and then
 * every prop that is still unknown is left out and told. A style that ours does not have becomes the
 * usual one.
 */
export function broughtDown(
  records: readonly JsonObject[],
  schema: JsonObject,
  remarks: Remarks,
): BroughtDown {
  const numbers = numbersOf(schema)
  // A kind without a number is taken as ours: from nothing, tldraw would bring it up once more.
  const sequences = Object.fromEntries(
    Object.entries(own).map(([name, most]) => {
      const number = numbers[name]
      return [name, typeof number === 'number' ? Math.min(number, most) : most]
    }),
  )
  return {
    records: records.map((record) => recordDown(record, numbers, remarks)),
    schema: { schemaVersion: 2, sequences },
  }
}

function recordDown(record: JsonObject, numbers: JsonObject, remarks: Remarks): JsonObject {
  const { typeName, type, props } = record
  if (!isObject(props)) return record
  const kind = `${textIn(typeName)}.${textIn(type)}`
  const stepped = stepsDown
    .filter(({ sequence }) => sequence === kind)
    .filter(({ number }) => isReached(numbers[`com.tldraw.${kind}`], number))
    .reduce((now, { down }) => withChanges(now, down(now, remarks)), props)
  // Below ours the way up adds what is missing, and takes away what was.
  const isOurs = isReached(numbers[`com.tldraw.${kind}`], own[`com.tldraw.${kind}`] ?? 0)
  if (typeName !== 'shape' || !isOurs) return { ...record, props: stepped }
  return { ...record, props: fitted(textIn(type), stepped, remarks) }
}

/** A file that does not say how new a kind is may have any step in it. */
function isReached(number: Json | undefined, step: number): boolean {
  return typeof number !== 'number' || number >= step
}

function withChanges(props: JsonObject, changes: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries({ ...props, ...changes }).filter(([, value]) => value !== undefined),
  )
}

type Validators = Readonly<Record<string, { readonly validate: (value: unknown) => unknown }>>

function validatorsOf(type: string): Validators | undefined {
  const props = Object.hasOwn(boardShapes, type)
    ? (boardShapes as Readonly<Record<string, { readonly props?: unknown }>>)[type]?.props
    : undefined
  return props as Validators | undefined
}

function fitted(type: string, props: JsonObject, remarks: Remarks): JsonObject {
  const validators = validatorsOf(type)
  if (validators === undefined) return props
  const kept = Object.entries(props).flatMap(([name, value]) => {
    const validator = Object.hasOwn(validators, name) ? validators[name] : undefined
    if (validator === undefined) {
      remarks.add('newer-fields', 1, name)
      return []
    }
    if (!styles.has(name) || accepts(validator, value)) return [[name, value] as const]
    remarks.add('newer-fields', 1, name)
    return [[name, usualStyle(type, name)] as const]
  })
  return Object.fromEntries(kept)
}

function accepts(validator: Validators[string], value: unknown): boolean {
  try {
    validator.validate(value)
    return true
  } catch {
    return false
  }
}

/** Styles in words, of which a later version or somebody's own theme may have more. */
const styles: ReadonlySet<string> = new Set(
  `color labelColor size font align verticalAlign textAlign dash fill geo kind spline arrowheadStart
  arrowheadEnd`.split(/\s+/),
)

const usualProps: JsonObject = { ...arrowProps, ...geoProps, ...textProps, spline: 'line' }

function usualStyle(type: string, name: string): Json {
  const props: JsonObject = type === 'note' ? noteProps : usualProps
  return props[name] ?? usualProps[name] ?? 'black'
}

const own: Readonly<Record<string, number>> = numbersOf(
  createTLSchema().serialize() as unknown as JsonObject,
) as Readonly<Record<string, number>>

function numbersOf({ sequences }: JsonObject): JsonObject {
  return isObject(sequences) ? sequences : {}
}

/** A kind that tldraw has and ours does not know; others are of who made the file. */
function isOfTldraw(name: string): boolean {
  return /^com\.tldraw\.(?!(?:shape|binding|asset)\.)/.test(name)
}
