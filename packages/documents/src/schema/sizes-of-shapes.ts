import type { BoardRecord } from '@stip/board'
import type { Json } from '@stip/primitives'

type Range = readonly [least: number, most: number]

/**
 * How large and small things may be. What tldraw's own tools make lies well within: the scale of a
 * text is what its corner was dragged to, of other things one divided by the zoom (4 to 0.02); at
 * the smallest zoom a screen shows some 100,000 px. Beyond that a cloud has hundreds of thousands of
 * bumps, and letters are larger than any browser draws.
 */
const ranges: Readonly<Record<string, Range>> = {
  scale: [0.1, 100],
  w: [0.01, 1_000_000],
  h: [0.01, 1_000_000],
  growY: [0, 1_000_000],
  fontSizeAdjustment: [0, 500],
  labelPosition: [0, 1],
  elbowMidPoint: [-10, 10],
}

/** What grows and shrinks by its corner, words and all. */
const byCorner: Readonly<Record<string, Range>> = { scale: [0.01, 1000] }

const ofKinds: Readonly<Record<string, Readonly<Record<string, Range>>>> = {
  note: byCorner,
  text: byCorner,
  stip: byCorner,
  horizon: byCorner,
  geo: { w: [0.01, 100_000], h: [0.01, 100_000] },
}

/** Smallest part of an image that can be cut out of it. */
const LEAST_CROP = 0.0001

/** Whether a prop of a shape is no number, or one within what the kind can be drawn with. */
export function isFittingSize({ typeName, type }: Kind, prop: string, value: unknown): boolean {
  if (typeName !== 'shape') return true
  if (prop === 'crop') return isFittingCrop(value)
  if (typeof value !== 'number') return true
  const range = rangeOf(type, prop)
  return range === undefined || (value >= range[0] && value <= range[1])
}

/** The nearest value that a prop of a shape may have. */
export function fittingSize(kind: Kind, prop: string, value: Json): Json {
  if (isFittingSize(kind, prop, value)) return value
  if (prop === 'crop' || typeof value !== 'number') return null
  const [least, most] = rangeOf(kind.type, prop) ?? [value, value]
  return Math.min(most, Math.max(least, value))
}

/** The props of shapes that have bounds. */
export const sizedProps: readonly string[] = [...Object.keys(ranges), 'crop']

type Kind = Pick<BoardRecord, 'typeName' | 'type'>

function rangeOf(type: string, prop: string): Range | undefined {
  const own = Object.hasOwn(ofKinds, type) ? ofKinds[type] : undefined
  if (own !== undefined && Object.hasOwn(own, prop)) return own[prop]
  return Object.hasOwn(ranges, prop) ? ranges[prop] : undefined
}

/** An image is as much larger than what is shown of it as that is a small part. */
function isFittingCrop(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  const { topLeft, bottomRight } = value as Partial<Record<string, { x?: unknown; y?: unknown }>>
  const [left, top] = [topLeft?.x, topLeft?.y]
  const [right, bottom] = [bottomRight?.x, bottomRight?.y]
  return isPart(left, right) && isPart(top, bottom)
}

function isPart(from: unknown, to: unknown): boolean {
  if (typeof from !== 'number' || typeof to !== 'number') return true
  // What is worked out is sometimes a hair beyond the edge.
  return from >= -0.001 && to <= 1.001 && to - from >= LEAST_CROP
}
