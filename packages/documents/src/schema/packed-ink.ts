import type { Fields } from '@stip/board'
import type { Json } from '@stip/primitives'
import { roundCoordinate } from './coordinates.ts'
import { limits } from './limits.ts'

/** A piece of a stroke, as tldraw has it. */
interface Segment {
  readonly type: 'free' | 'straight'
  readonly points: readonly Point[]
}

interface Point {
  readonly x: number
  readonly y: number
  /** Pressure of the pen; absent where nothing measured it. */
  readonly z?: number
}

/** The field of a drawing that holds its points. */
const INK = 'p.segments'
const kinds = ['free', 'straight'] as const
/** Steps per board unit, as all coordinates are rounded, and per unit of pressure. */
const PER_UNIT = 8
const PER_PRESSURE = 100

/** Rounds the points of a drawing as the document keeps them (-0 is 0); other values stay as they are. */
export function roundInk(segments: Json): Json {
  return (
    segmentsIn(segments)?.map(({ type, points }) => ({
      type,
      points: points.map(({ x, y, z }) => ({
        x: roundCoordinate(x) + 0,
        y: roundCoordinate(y) + 0,
        ...(z !== undefined && { z: Math.round(z * PER_PRESSURE) / PER_PRESSURE }),
      })),
    })) ?? segments
  )
}

/**
 * Fields with the points of a drawing as one short text, as the document keeps them: the
 * difference from point to point takes two or three bytes, as JSON thirty.
 */
export function withPackedInk(fields: Fields): Fields {
  const segments = segmentsIn(fields[INK])
  if (segments === undefined) return fields
  const packed = pack(segments)
  // What does not fit stays as it is; a pen makes no such stroke.
  return packed.length > limits.textLength ? fields : { ...fields, [INK]: packed }
}

/** The inverse of {@link withPackedInk}. What cannot be read stays, and is no valid drawing. */
export function withPlainInk(fields: Fields): Fields {
  const packed = fields[INK]
  if (typeof packed !== 'string') return fields
  const segments = unpackedInk(packed)
  return segments === undefined ? fields : { ...fields, [INK]: segments }
}

/** The points behind a short text; undefined when it is none. Never throws. */
export function unpackedInk(packed: string): Json | undefined {
  try {
    const reader = new InkReader(packed)
    const segments: Json[] = []
    while (!reader.isAtEnd) segments.push(reader.segment())
    return segments
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/**
 * What a short text comes to, found out by passing over it once, without unfolding it: how many
 * points, how many values in all, and the largest of them. Undefined when it is no ink.
 */
export function measuredInk(
  packed: string,
): { readonly points: number; readonly values: number; readonly largest: number } | undefined {
  try {
    return new InkReader(packed).measured()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** How many points a field unfolds to; 0 when it is no ink. */
export function inkPoints(key: string, value: unknown): number {
  return key === INK && typeof value === 'string' ? (measuredInk(value)?.points ?? 0) : 0
}

/** Fields with a drawing of no points where there was short ink, for who judged that by itself. */
export function withoutInk(fields: Fields): Fields {
  return typeof fields[INK] === 'string' ? { ...fields, [INK]: [] } : fields
}

function segmentsIn(value: Json | undefined): readonly Segment[] | undefined {
  const isInk = Array.isArray(value) && value.every(isSegment)
  return isInk ? value : undefined
}

function isSegment(segment: Partial<Segment> | null): boolean {
  if (typeof segment !== 'object' || segment === null) return false
  if (segment.type !== 'free' && segment.type !== 'straight') return false
  return Array.isArray(segment.points) && segment.points.every(isPoint)
}

function isPoint(point: Partial<Point> | null): boolean {
  if (typeof point !== 'object' || point === null) return false
  const { x, y, z } = point
  return [x, y, z ?? 0].every((part) => typeof part === 'number' && Math.abs(part) <= 1_000_000)
}

/** Segment by segment: kind and pressure, number of points, then the differences. */
function pack(segments: readonly Segment[]): string {
  const writer = new InkWriter()
  for (const { type, points } of segments) {
    const pressures = points.map(({ z }) => z)
    const isMeasured = pressures.every((z) => z !== undefined)
    writer.number(kinds.indexOf(type) + (isMeasured ? 2 : 0))
    writer.number(points.length)
    for (const axis of ['x', 'y'] as const) {
      writer.differences(points.map((point) => point[axis] * PER_UNIT))
    }
    if (isMeasured) writer.differences(pressures.map((z) => (z ?? 0) * PER_PRESSURE))
  }
  return writer.text
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** By the code of a letter; what is no digit is not there. */
const valueOfDigit: readonly (number | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const value = digits.indexOf(String.fromCharCode(code))
  return value === -1 ? undefined : value
})
/** A digit holds five bits of a number, and one that says whether more follow. */
const MORE = 32

class InkWriter {
  #text = ''

  get text(): string {
    return this.#text
  }

  number(value: number): void {
    let rest = value
    while (rest >= MORE) {
      this.#text += digits[(rest % MORE) + MORE] ?? ''
      rest = Math.floor(rest / MORE)
    }
    this.#text += digits[rest] ?? ''
  }

  /** Equal values in a row are counted: pressure hardly changes. */
  differences(values: readonly number[]): void {
    let before = 0
    let equal = 0
    for (const value of values) {
      const rounded = Math.round(value)
      const difference = rounded - before
      before = rounded
      if (difference === 0) {
        equal++
        continue
      }
      this.#run(equal)
      equal = 0
      this.number(difference > 0 ? difference * 2 : -difference * 2 + 1)
    }
    this.#run(equal)
  }

  #run(equal: number): void {
    if (equal === 0) return
    this.number(0)
    this.number(equal)
  }
}

class InkReader {
  readonly #text: string
  #at = 0
  /** What a text may unfold to; a run of zeros takes two letters however long it is. */
  #pointsLeft: number = limits.values / 4

  constructor(text: string) {
    this.#text = text
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length
  }

  segment(): Json {
    const head = this.number()
    const type = kinds[head % 2]
    const count = this.#count(head)
    if (type === undefined) throw new RangeError('No ink.')
    const [xs, ys] = [this.#differences(count), this.#differences(count)]
    const zs = head > 1 ? this.#differences(count) : undefined
    const points = xs.map((x, place) => ({
      x: x / PER_UNIT,
      y: (ys[place] ?? 0) / PER_UNIT,
      ...(zs !== undefined && { z: (zs[place] ?? 0) / PER_PRESSURE }),
    }))
    return { type, points }
  }

  measured(): { points: number; values: number; largest: number } {
    let [points, values, largest] = [0, 1, 0]
    while (!this.isAtEnd) {
      const head = this.number()
      const count = this.#count(head)
      const hasPressure = head > 1
      points += count
      // The piece, its kind and its list of points; and each point with its parts.
      values += 3 + count * (hasPressure ? 4 : 3)
      for (const unit of hasPressure ? [PER_UNIT, PER_UNIT, PER_PRESSURE] : [PER_UNIT, PER_UNIT]) {
        this.#runs(count, (value) => (largest = Math.max(largest, Math.abs(value) / unit)))
      }
    }
    return { points, values, largest }
  }

  #count(head: number): number {
    const count = this.number()
    this.#pointsLeft -= count
    if (head > 3 || this.#pointsLeft < 0) throw new RangeError('No ink.')
    return count
  }

  number(): number {
    let value = 0
    for (let scale = 1; scale <= MORE ** 6; scale *= MORE) {
      const digit = valueOfDigit[this.#text.charCodeAt(this.#at++)]
      if (digit === undefined) throw new RangeError('No ink.')
      value += (digit % MORE) * scale
      if (digit < MORE) return value
    }
    throw new RangeError('No ink.')
  }

  #differences(count: number): number[] {
    const values: number[] = []
    this.#runs(count, (value, times) => {
      for (let left = times; left > 0; left--) values.push(value)
    })
    return values
  }

  /** Reads so many values, equal ones in a row at once. */
  #runs(count: number, hear: (value: number, times: number) => void): void {
    let value = 0
    for (let left = count; left > 0;) {
      const difference = this.number()
      const times = difference === 0 ? this.number() : 1
      if (times < 1 || times > left) throw new RangeError('No ink.')
      value += difference % 2 === 0 ? difference / 2 : -(difference - 1) / 2
      left -= times
      hear(value, times)
    }
  }
}
