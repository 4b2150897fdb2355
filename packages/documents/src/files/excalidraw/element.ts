import type { Json, JsonObject, RecordId } from '@stip/primitives'
import { COORDINATE_LIMIT } from '../../schema/coordinates.ts'
import { numberIn, textIn } from '../json-file.ts'
import type { ShapePlace } from '../new-records.ts'
import type { Remarks } from '../remarks.ts'
import { inkColor, isPainted, nearestColor } from './colors.ts'

/** What an element of Excalidraw needs to become a shape. */
export interface ElementWorld {
  readonly nameOf: (elementId: string) => RecordId | undefined
  /** The words that are tied to an element. */
  readonly labelOf: (elementId: string) => JsonObject | undefined
  /** Where the frame of an element stands, when it is in one. */
  readonly frameOf: (element: JsonObject) => JsonObject | undefined
  readonly assetOf: (fileId: string) => RecordId | undefined
  /** What there is to say about what does not come along. */
  readonly remarks: Remarks
}

/** Size of an element in board units; nothing is smaller than one. */
export function sizeOf({ width, height }: JsonObject): { readonly w: number; readonly h: number } {
  return { w: lengthOf(width), h: lengthOf(height) }
}

function lengthOf(value: Json | undefined): number {
  return Math.min(COORDINATE_LIMIT, Math.max(1, Math.abs(numberIn(value, 1))))
}

/**
 * Where an element stands. Excalidraw turns about the middle, tldraw about the top left corner.
 */
export function placeOf(element: JsonObject, world: ElementWorld): ShapePlace {
  const { w, h } = sizeOf(element)
  const angle = numberIn(element['angle'], 0)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const frame = world.frameOf(element)
  const x = numberIn(element['x'], 0) - numberIn(frame?.['x'], 0)
  const y = numberIn(element['y'], 0) - numberIn(frame?.['y'], 0)
  const parentId = frame === undefined ? undefined : world.nameOf(textIn(frame['id']))
  return {
    x: x + w / 2 - (cos * w - sin * h) / 2,
    y: y + h / 2 - (sin * w + cos * h) / 2,
    rotation: angle,
    opacity: Math.min(1, Math.max(0.1, numberIn(element['opacity'], 100) / 100)),
    ...(parentId !== undefined && { parentId }),
  }
}

/** How the lines of an element are drawn. */
export function strokeOf(element: JsonObject) {
  const style = element['strokeStyle']
  const isSketchy = numberIn(element['roughness'], 1) > 0
  const drawn = isSketchy ? ('draw' as const) : ('solid' as const)
  const width = numberIn(element['strokeWidth'], 0) || 2
  return {
    color: inkColor(element['strokeColor']),
    dash: style === 'dashed' || style === 'dotted' ? style : drawn,
    size: width < 2 ? 's' : width < 4 ? 'm' : 'l',
  } as const
}

/** How an element is filled: our boards have one colour for line and fill, and the fill is what one sees. */
export function fillOf(element: JsonObject) {
  const background = element['backgroundColor']
  if (!isPainted(background)) return { fill: 'none' } as const
  const fill = element['fillStyle'] === 'solid' ? 'solid' : 'pattern'
  const color = nearestColor(background)
  // White ink is not seen on our paper; this fill is white by itself and leaves the line its colour.
  return color === 'white' ? ({ fill: 'semi' } as const) : ({ fill, color } as const)
}

/** The font that looks most like that of an element with words. */
export function fontOf(element: JsonObject | undefined): 'draw' | 'sans' | 'mono' {
  const family = element?.['fontFamily']
  if (family === 3 || family === 8) return 'mono'
  return family === 2 || family === 6 || family === 7 || family === 9 ? 'sans' : 'draw'
}
