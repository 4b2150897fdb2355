import type { BoardRecord } from '@stip/board'
import type { Json, JsonObject, RecordId } from '@stip/primitives'
import { isSafeLink } from '../../text/text-schema.ts'
import { isObject, numberIn, textIn } from '../json-file.ts'
import { geoProps, newShape, richTextOfLines, textProps } from '../new-records.ts'
import { inkColor, isPainted, isUnseen } from './colors.ts'
import { fillOf, fontOf, placeOf, sizeOf, strokeOf } from './element.ts'
import type { ElementWorld } from './element.ts'
import { arrow, freedraw, line } from './lines.ts'

const geos: Readonly<Record<string, string>> = {
  rectangle: 'rectangle',
  ellipse: 'ellipse',
  diamond: 'diamond',
}

/** An element of Excalidraw as a shape; undefined when there is nothing in it that a board can show. */
export function shapeOf(
  id: RecordId,
  element: JsonObject,
  world: ElementWorld,
): BoardRecord | undefined {
  switch (element['type']) {
    case 'rectangle':
    case 'ellipse':
    case 'diamond':
      return geo(id, element, world)
    case 'text':
      return text(id, element, world, textIn(element['text']))
    case 'line':
      return line(id, element, world)
    case 'arrow':
      return arrow(id, element, world)
    case 'freedraw':
      return freedraw(id, element, world)
    case 'image':
      return image(id, element, world)
    case 'frame':
    case 'magicframe':
      return newShape(id, 'frame', placeOf(element, world), {
        ...sizeOf(element),
        name: textIn(element['name']),
        color: 'black',
      })
    case 'embeddable':
    case 'iframe':
      if (!isSafeLink(element['link'])) return undefined
      world.remarks.add('other-kinds', 1)
      return text(id, { ...element, autoResize: true }, world, textIn(element['link']))
    default:
      return undefined
  }
}

function geo(id: RecordId, element: JsonObject, world: ElementWorld): BoardRecord | undefined {
  const label = world.labelOf(textIn(element['id']))
  const link = element['link']
  const isSeen = !isUnseen(element['strokeColor']) || isPainted(element['backgroundColor'])
  // Of a shape without a line and a fill one sees the words only.
  if (!isSeen)
    return label && text(id, { ...label, autoResize: false }, world, textIn(label['text']))
  return newShape(id, 'geo', placeOf(element, world), {
    ...geoProps,
    ...sizeOf(element),
    ...strokeOf(element),
    ...fillOf(element),
    geo: geos[textIn(element['type'])] ?? 'rectangle',
    url: isSafeLink(link) ? textIn(link) : '',
    font: fontOf(label),
    labelColor: label === undefined ? 'black' : inkColor(label['strokeColor']),
    align: alignOf(label?.['textAlign'] ?? 'center'),
    verticalAlign: verticalOf(label?.['verticalAlign']),
    richText: richTextOfLines(label === undefined ? '' : textIn(label['text'])),
  })
}

/** The height of letters in our size m, in board units. */
const MEDIUM = 24

function text(
  id: RecordId,
  element: JsonObject,
  world: ElementWorld,
  words: string,
): BoardRecord | undefined {
  if (words.trim() === '') return undefined
  const scale = Math.min(50, Math.max(0.1, numberIn(element['fontSize'], 20) / MEDIUM))
  return newShape(id, 'text', placeOf(element, world), {
    ...textProps,
    color: inkColor(element['strokeColor']),
    font: fontOf(element),
    autoSize: element['autoResize'] !== false,
    textAlign: alignOf(element['textAlign']),
    scale,
    w: sizeOf(element).w / scale,
    richText: richTextOfLines(words),
  })
}

function image(id: RecordId, element: JsonObject, world: ElementWorld): BoardRecord | undefined {
  const assetId = world.assetOf(textIn(element['fileId']))
  if (assetId === undefined) return undefined
  const [across, down] = Array.isArray(element['scale']) ? (element['scale'] as Json[]) : []
  return newShape(id, 'image', placeOf(element, world), {
    ...sizeOf(element),
    playing: true,
    url: isSafeLink(element['link']) ? textIn(element['link']) : '',
    assetId,
    crop: cropOf(element['crop']),
    flipX: across === -1,
    flipY: down === -1,
    altText: '',
  })
}

/** The part of a picture that is shown, in shares of the whole. */
function cropOf(crop: Json | undefined): Json {
  if (!isObject(crop)) return null
  const part = (from: string, size: string, whole: string): readonly [number, number] => {
    const all = numberIn(crop[whole], 0)
    const start = numberIn(crop[from], 0) / all
    return [start, start + numberIn(crop[size], 0) / all]
  }
  const [left, right] = part('x', 'width', 'naturalWidth')
  const [top, bottom] = part('y', 'height', 'naturalHeight')
  const isPart = left >= 0 && top >= 0 && right <= 1.001 && bottom <= 1.001
  if (!isPart || left >= right || top >= bottom) return null
  return {
    topLeft: { x: left, y: top },
    bottomRight: { x: Math.min(1, right), y: Math.min(1, bottom) },
  }
}

function alignOf(align: Json | undefined): string {
  return { center: 'middle', right: 'end' }[textIn(align)] ?? 'start'
}

function verticalOf(align: Json | undefined): string {
  return { top: 'start', bottom: 'end' }[textIn(align)] ?? 'middle'
}
