/** Ways to draw that others see while it happens; a new one goes to the end. */
const inkTools = ['pen', 'highlighter', 'laser'] as const
export type InkTool = (typeof inkTools)[number]

/** How a trail looks. Width in board units; `color` is a name of tldraw's palette. */
export interface InkLook {
  readonly tool: InkTool
  readonly color: string
  readonly width: number
  /** The drawing that this becomes; '' for a laser, which becomes nothing. */
  readonly record: string
}

/** x and y by turns, in board units. */
export type InkPoints = readonly number[]

/** One frame of ink, as SPEC.md [R19] of @stip/sync numbers the kinds. */
export type InkFrame =
  | { readonly kind: 'begins'; readonly look: InkLook; readonly points: InkPoints }
  | { readonly kind: 'goes-on'; readonly points: InkPoints }
  | { readonly kind: 'ends' }

/** Steps per board unit: half a pixel cannot be seen before the ink is dry. */
const PER_UNIT = 2
const PER_WIDTH = 8
const LONGEST_NAME = 200
/** As far as shapes may lie from the middle of a board. */
const FARTHEST = 1_000_000
const names = /^[\w.%:-]*$/

/**
 * Writes ink as bytes: points as the difference from the one before, one or two bytes a number.
 *
 * @param from - The last point that was sent of this trail; [0, 0] when it begins.
 */
export function encodeInk(frame: InkFrame, from: readonly [number, number] = [0, 0]): Uint8Array {
  const bytes: number[] = []
  if (frame.kind === 'ends') return Uint8Array.of(2)
  bytes.push(frame.kind === 'begins' ? 0 : 1)
  if (frame.kind === 'begins') {
    const { tool, color, width, record } = frame.look
    writeNumber(bytes, inkTools.indexOf(tool))
    writeNumber(bytes, Math.round(width * PER_WIDTH))
    writeText(bytes, color)
    writeText(bytes, record)
  }
  const before: [number, number] = [toSteps(from[0]), toSteps(from[1])]
  for (const [place, value] of frame.points.entries()) {
    const axis = place % 2 === 0 ? 0 : 1
    const steps = toSteps(value)
    const difference = steps - before[axis]
    writeNumber(bytes, difference >= 0 ? difference * 2 : -difference * 2 - 1)
    before[axis] = steps
  }
  return Uint8Array.from(bytes)
}

/**
 * Reads what somebody else says they draw; undefined when it is no ink. Never throws.
 *
 * @param from - The last point that was heard of this trail.
 */
export function decodeInk(
  bytes: Uint8Array,
  from: readonly [number, number] = [0, 0],
): InkFrame | undefined {
  try {
    return new InkReader(bytes).frame(from)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

class InkReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  frame(from: readonly [number, number]): InkFrame {
    const kind = this.#number()
    if (kind === 2) return { kind: 'ends' }
    if (kind === 1) return { kind: 'goes-on', points: this.#points(from) }
    if (kind !== 0) throw new RangeError('No ink.')
    return { kind: 'begins', look: this.#look(), points: this.#points(from) }
  }

  #look(): InkLook {
    const tool = inkTools[this.#number()]
    const width = this.#number() / PER_WIDTH
    const [color, record] = [this.#text(), this.#text()]
    if (tool === undefined || width > 400) throw new RangeError('No ink.')
    return { tool, width, color, record }
  }

  #points(from: readonly [number, number]): InkPoints {
    const points: number[] = []
    const before: [number, number] = [toSteps(from[0]), toSteps(from[1])]
    while (this.#at < this.#bytes.length) {
      const axis = points.length % 2 === 0 ? 0 : 1
      const number = this.#number()
      before[axis] += number % 2 === 0 ? number / 2 : -(number + 1) / 2
      const value = before[axis] / PER_UNIT
      if (Math.abs(value) > FARTHEST) throw new RangeError('No ink.')
      points.push(value)
    }
    if (points.length % 2 !== 0) throw new RangeError('No ink.')
    return points
  }

  #number(): number {
    let value = 0
    for (let scale = 1; scale < 2 ** 35; scale *= 128) {
      const byte = this.#bytes[this.#at++]
      if (byte === undefined) throw new RangeError('No ink.')
      value += (byte % 128) * scale
      if (byte < 128) return value
    }
    throw new RangeError('No ink.')
  }

  #text(): string {
    const length = this.#number()
    if (length > LONGEST_NAME) throw new RangeError('No ink.')
    let text = ''
    for (let left = length; left > 0; left--) text += String.fromCodePoint(this.#number())
    if (!names.test(text)) throw new RangeError('No ink.')
    return text
  }
}

function toSteps(value: number): number {
  return Math.round(value * PER_UNIT)
}

function writeNumber(bytes: number[], value: number): void {
  let rest = value
  while (rest >= 128) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}

/** Names of colours and records are plain letters. */
function writeText(bytes: number[], text: string): void {
  writeNumber(bytes, text.length)
  for (const letter of text) writeNumber(bytes, letter.codePointAt(0) ?? 0)
}
