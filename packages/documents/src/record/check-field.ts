import { COPY_OF, OF_SCRIBE, isOrderKey } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import { arrowBindingProps, opacityValidator } from '@tldraw/tlschema'
import { T } from '@tldraw/validate'
import { dangerousNames, problemWithJson } from './check-json.ts'
import { COORDINATE_LIMIT } from '../schema/coordinates.ts'
import { limits } from '../schema/limits.ts'
import { problemWithPoints } from '../text/mended-fields.ts'
import { measuredInk } from '../schema/packed-ink.ts'
import { isParentName, isRecordName } from './record-names.ts'
import { boardShapes } from '../schema/schema.ts'
import { isFittingSize } from '../schema/sizes-of-shapes.ts'
import { isSafeLink } from '../text/text-schema.ts'

type Kind = Pick<BoardRecord, 'typeName' | 'type'>

const assetProps = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  name: T.string,
  isAnimated: T.boolean,
  mimeType: T.string.nullable(),
  src: T.srcUrl.nullable(),
  fileSize: T.nonZeroNumber.optional(),
}

const topLevel: Record<BoardRecord['typeName'], Record<string, T.Validatable<unknown>>> = {
  shape: { rotation: T.number, isLocked: T.boolean, opacity: opacityValidator },
  binding: { fromId: T.string, toId: T.string },
  asset: {},
}

type GoodValues = ReadonlyMap<string, Set<unknown>>
/** Values that were found good before, by kind and field: most things on a board are alike. */
const goodValues = new Map<string, Map<string, GoodValues>>()
const VALUES_KEPT = 32
/** Longer texts are somebody's own words. */
const LONGEST_KEPT = 20

/** Where the server keeps uploaded images; no other address may be drawn on a board. */
export const ASSET_PATH = '/api/assets/'

/** Far longer than any that the server gives. */
const LONGEST_BOARD_NAME = 100

const metaName = /^m\.[A-Za-z][\w-]{0,40}$/

/**
 * Says what keeps one field of a record from having this value. Fields are judged apart, because
 * the document merges them apart: when each is valid, so is every record that they can become.
 * Rich text is judged where it stands, in the fragment.
 */
export function problemWithField(kind: Kind, key: string, value: unknown): string | undefined {
  // Nearly every write is a move, and needs none of what follows.
  if (key === 'xy' && kind.typeName === 'shape' && isPlace(value)) return undefined
  if (key === 'pi' && kind.typeName === 'shape' && isUsualParent(value)) return undefined
  const values = knownGood(kind, key, value)
  if (values?.has(value) === true) return undefined
  const problem = problemWithAny(kind, key, value)
  if (problem === undefined && values !== undefined && values.size < VALUES_KEPT) values.add(value)
  return problem
}

function problemWithAny(kind: Kind, key: string, value: unknown): string | undefined {
  const problem = problemWithJson(value, largestNumber(kind))
  if (problem !== undefined) return problem
  if (key === 'xy') return kind.typeName === 'shape' ? problemWithPlace(value) : 'unknown-field'
  if (key === 'pi') return kind.typeName === 'shape' ? problemWithParent(value) : 'unknown-field'
  if (key === 'gone') return typeof value === 'boolean' ? undefined : 'invalid-field'
  if (key.startsWith('m.')) return problemWithMeta(key, value)
  if (key.startsWith('p.')) return problemWithProp(kind, key.slice(2), value)
  const own = topLevel[kind.typeName]
  if (own === undefined || !Object.hasOwn(own, key)) return 'unknown-field'
  if (kind.typeName === 'binding' && !isRecordName(value, 'shape')) return 'invalid-field'
  return accepts(own[key], value) ? undefined : 'invalid-field'
}

const shapeTypes: ReadonlySet<string> = new Set(Object.keys(boardShapes))

/** Whether records of this kind may be on a board at all. */
export function isKnownKind(kind: Kind): boolean {
  if (kind.typeName === 'shape') return shapeTypes.has(kind.type)
  if (kind.typeName === 'binding') return kind.type === 'arrow'
  return kind.typeName === 'asset' && kind.type === 'image'
}

/** The good values among which this one may be; only those of props, whose names are few. */
function knownGood(kind: Kind, key: string, value: unknown): Set<unknown> | undefined {
  if (typeof value === 'object' || !key.startsWith('p.')) return undefined
  if (typeof value === 'string' && value.length > LONGEST_KEPT) return undefined
  return (goodValues.get(kind.typeName)?.get(kind.type) ?? newGoodValues(kind)).get(key)
}

/** Makes room for the good values of a kind; none for what is no kind of ours. */
function newGoodValues(kind: Kind): GoodValues {
  const names = Object.keys(propsOf(kind) ?? {})
  const fields = new Map(names.map((name) => [`p.${name}`, new Set<unknown>()]))
  if (names.length === 0) return fields
  const kinds = goodValues.get(kind.typeName) ?? new Map<string, GoodValues>()
  goodValues.set(kind.typeName, kinds.set(kind.type, fields))
  return fields
}

/** The largest number that a record of this kind may carry anywhere. */
function largestNumber(kind: Kind): number {
  // The size of a file is the only number that is not a measure on the board.
  return kind.typeName === 'shape' ? COORDINATE_LIMIT : 1_000_000_000
}

function isPlace(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false
  const [x, y]: unknown[] = value
  return isCoordinate(x) && isCoordinate(y)
}

function isCoordinate(value: unknown): boolean {
  return typeof value === 'number' && Math.abs(value) <= COORDINATE_LIMIT
}

function isUsualParent(value: unknown): boolean {
  return (
    Array.isArray(value) && value.length === 2 && isParentName(value[0]) && isOrderKey(value[1])
  )
}

function problemWithPlace(value: unknown): string | undefined {
  if (!Array.isArray(value) || value.length < 2 || value.length > 3) return 'invalid-place'
  if (typeof value[0] !== 'number' || typeof value[1] !== 'number') return 'invalid-place'
  return value.length === 2 || isRecordName(value[2], 'shape') ? undefined : 'invalid-place'
}

function problemWithParent(value: unknown): string | undefined {
  if (!Array.isArray(value) || (value.length !== 2 && value.length !== 4)) return 'invalid-parent'
  if (!isParentName(value[0])) return 'invalid-parent'
  if (!isOrderKey(value[1])) return 'invalid-index'
  if (value.length === 2) return undefined
  return typeof value[2] === 'number' && typeof value[3] === 'number' ? undefined : 'invalid-place'
}

function problemWithMeta(key: string, value: unknown): string | undefined {
  const name = key.slice(2)
  if (!metaName.test(key) || dangerousNames.has(name)) return 'forbidden-name'
  if (name === 'authors' || name === 'sources') return 'forbidden-meta'
  if (name === 'keyCard' || name === OF_SCRIBE)
    return typeof value === 'boolean' ? undefined : 'invalid-field'
  if (name === COPY_OF) return isCopyName(value) ? undefined : 'invalid-field'
  if (name === 'zone' && value === null) return undefined
  if (name === 'describes' || name === 'zone')
    return isRecordName(value, 'shape') ? undefined : 'invalid-field'
  return undefined
}

/** A board and a shape on it, as 'board/record'. */
function isCopyName(value: unknown): boolean {
  if (typeof value !== 'string') return false
  const slash = value.indexOf('/')
  return slash > 0 && slash <= LONGEST_BOARD_NAME && isRecordName(value.slice(slash + 1), 'shape')
}

function problemWithProp(kind: Kind, name: string, stored: unknown): string | undefined {
  const isPacked = name === 'segments' && typeof stored === 'string'
  const problem = isPacked ? problemWithInk(stored, largestNumber(kind)) : undefined
  if (problem !== undefined) return problem
  // Short ink was looked at as it is: unfolded, it may be hundreds of times as long.
  const value = isPacked ? [] : stored
  const validators = propsOf(kind)
  if (validators === undefined || !Object.hasOwn(validators, name) || name === 'richText') {
    return 'unknown-field'
  }
  // Before tldraw looks: it works out what comes behind each index.
  const disorder = name === 'points' ? problemWithPoints(value) : undefined
  if (disorder !== undefined) return disorder
  if (!accepts(validators[name], value)) return 'invalid-field'
  if (!isFittingSize(kind, name, value)) return 'size-out-of-range'
  if (name === 'url' && value !== '' && !isSafeLink(value)) return 'forbidden-link'
  if (name === 'src' && kind.typeName === 'asset') {
    return value === null || isOwnAddress(value) ? undefined : 'foreign-address'
  }
  return undefined
}

/** As of the points that it stands for. */
function problemWithInk(packed: string, largest: number): string | undefined {
  const ink = measuredInk(packed)
  // As for anything else that is not what the field holds.
  if (ink === undefined) return 'not-json'
  if (!(ink.largest <= largest)) return 'number-out-of-range'
  return ink.values > limits.values ? 'too-much' : undefined
}

function isOwnAddress(value: unknown): boolean {
  if (typeof value !== 'string' || !value.startsWith(ASSET_PATH) || value.includes('..'))
    return false
  return /^[\w-]+\/[\w.-]+$/.test(value.slice(ASSET_PATH.length))
}

function propsOf(kind: Kind): Record<string, T.Validatable<unknown>> | undefined {
  if (!isKnownKind(kind)) return undefined
  if (kind.typeName === 'binding') return arrowBindingProps
  if (kind.typeName === 'asset') return assetProps
  return boardShapes[kind.type as keyof typeof boardShapes].props
}

function accepts(validator: T.Validatable<unknown> | undefined, value: unknown): boolean {
  try {
    validator?.validate(value)
    return validator !== undefined
  } catch {
    // Validators of tldraw say no by throwing.
    return false
  }
}
