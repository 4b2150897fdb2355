import type { Json } from '@stip/primitives'
import { geometryOf } from '../bounds.ts'
import { wordsOn } from '../outline/words.ts'
import type { BoardRecord } from '../record.ts'
import { localBounds } from '../shape-size.ts'
import type { Bounds } from '../shape-size.ts'
import { lineColor } from './plain-colors.ts'
import { inkPath, arrowPath, linePath } from './ink-path.ts'

/** One thing of a drawing; sizes and places in board pixels. */
export type Drawn = {
  readonly id: string
  readonly x: number
  readonly y: number
  /** In degrees, around its place. */
  readonly rotation: number
  readonly color: string
} & (
  | {
      readonly kind: 'line'
      readonly path: string
      readonly width: number
      readonly fill: boolean
      readonly opacity: number
    }
  | {
      readonly kind: 'form'
      readonly form: string
      readonly w: number
      readonly h: number
      readonly fill: boolean
      readonly words: string
    }
  | {
      readonly kind: 'words'
      readonly w: number
      readonly words: string
      readonly fontSize: number
      readonly align: 'start' | 'center'
    }
  | {
      readonly kind: 'dot'
      readonly w: number
      readonly radius: number
      readonly words: string
      readonly fontSize: number
    }
  | {
      readonly kind: 'picture'
      readonly w: number
      readonly h: number
      readonly src: string
      readonly words: string
    }
)

/** A drawing, and the part of the board that it covers. */
export interface DrawingReading {
  readonly box: Bounds
  readonly shapes: readonly Drawn[]
}

/** What counts as drawn; notes are read, not looked at. */
const drawnTypes: ReadonlySet<string> = new Set([
  'draw',
  'highlight',
  'line',
  'geo',
  'stip',
  'horizon',
  'image',
  'arrow',
])

/** Whether a thing is part of a drawing, so that there is something to look at. */
export function isDrawn({ type }: BoardRecord): boolean {
  return drawnTypes.has(type)
}

/** Room around what was drawn, as a part of its largest side. */
const EDGE = 0.03
const strokes: Readonly<Record<string, number>> = { s: 2, m: 3.5, l: 5, xl: 10 }
const letters: Readonly<Record<string, number>> = { s: 18, m: 24, l: 36, xl: 44 }
/** The dot of a stip, the room below it and its letters, before its scale. */
const stip = { dot: 72, gap: 16, letter: 28 }

/**
 * Draws what people drew, cropped to exactly that; undefined when nothing was.
 *
 * @param all - Every record of the board, for what things are nested in and for pictures.
 */
export function drawingOf(
  shapes: readonly BoardRecord[],
  all: readonly BoardRecord[],
): DrawingReading | undefined {
  if (!shapes.some(isDrawn)) return undefined
  const seen = shapes.filter((record) => isDrawn(record) || record.type === 'text')
  const geometry = geometryOf(seen, all)
  const pictures = new Map(
    all.filter(({ typeName }) => typeName === 'asset').map((asset) => [asset.id, asset]),
  )
  const boxes = seen.flatMap((record) => geometry.boundsOf(record) ?? [])
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))]
  const right = Math.max(...boxes.map(({ x, w }) => x + w))
  const bottom = Math.max(...boxes.map(({ y, h }) => y + h))
  const edge = Math.max(right - left, bottom - top, 100) * EDGE
  return {
    box: {
      x: left - edge,
      y: top - edge,
      w: right - left + 2 * edge,
      h: bottom - top + 2 * edge,
    },
    shapes: seen.flatMap((record) => {
      const { x, y, rotation } = geometry.placeOf(record)
      const turned = { x, y, rotation: (rotation * 180) / Math.PI }
      return drawn(record, turned, pictures) ?? []
    }),
  }
}

function drawn(
  record: BoardRecord,
  place: { readonly x: number; readonly y: number; readonly rotation: number },
  pictures: ReadonlyMap<string, BoardRecord>,
): Drawn | undefined {
  const { id, type, props } = record
  const scale = typeof props['scale'] === 'number' ? props['scale'] : 1
  const size = text(props['size'])
  const base = { id, ...place, color: lineColor(text(props['color'])) }
  const width = (strokes[size] ?? 3.5) * scale
  const fill = props['fill'] !== undefined && props['fill'] !== 'none'
  const { w, h } = localBounds(record)
  const words = wordsOn(record)
  switch (type) {
    case 'draw':
      return {
        ...base,
        kind: 'line',
        path: inkPath(props['segments']),
        width,
        fill: fill && props['isClosed'] === true,
        opacity: 1,
      }
    case 'highlight':
      return {
        ...base,
        kind: 'line',
        path: inkPath(props['segments']),
        width: width * 6,
        fill: false,
        opacity: 0.4,
      }
    case 'line':
      return {
        ...base,
        kind: 'line',
        path: linePath(props['points']),
        width,
        fill: false,
        opacity: 1,
      }
    case 'arrow':
      return { ...base, kind: 'line', path: arrowPath(props), width, fill: false, opacity: 1 }
    case 'horizon':
      return {
        ...base,
        kind: 'line',
        path: `M0 ${h / 2}H${w}`,
        width: 6 * scale,
        fill: false,
        opacity: 1,
      }
    case 'geo':
      return { ...base, kind: 'form', form: text(props['geo']), w, h, fill, words }
    case 'stip':
      return {
        ...base,
        kind: 'dot',
        w,
        radius: (stip.dot / 2) * scale,
        words,
        fontSize: stip.letter * scale,
      }
    case 'text':
      return {
        ...base,
        kind: 'words',
        w,
        words,
        fontSize: (letters[size] ?? 24) * scale,
        align: props['textAlign'] === 'middle' ? 'center' : 'start',
      }
    case 'image': {
      const src = text(pictures.get(text(props['assetId']))?.props['src'])
      return { ...base, kind: 'picture', w, h, src, words }
    }
    default:
      return undefined
  }
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
