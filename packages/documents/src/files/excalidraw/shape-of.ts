import type { BoardRecord } from '@stip/board'
import type { Json, JsonObject, RecordId } from '@stip/primitives'
import { isSafeLink } from '../../text-schema.ts'
import { numberIn, textIn } from '../json-file.ts'
import { geoProps, newShape, richTextOfLines, textProps } from '../new-records.ts'
import { inkColor } from './colors.ts'
import { fillOf, placeOf, sizeOf, strokeOf } from './element.ts'
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
      return isSafeLink(element['link'])
        ? text(id, element, world, textIn(element['link']))
        : undefined
    default:
      return undefined
  }
}

function geo(id: RecordId, element: JsonObject, world: ElementWorld): BoardRecord {
  const label = world.labelOf(textIn(element['id']))
  const link = element['link']
  return newShape(id, 'geo', placeOf(element, world), {
    ...geoProps,
    ...sizeOf(element),
    ...strokeOf(element),
    ...fillOf(element),
    geo: geos[textIn(element['type'])] ?? 'rectangle',
    url: isSafeLink(link) ? textIn(link) : '',
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
    url: '',
    assetId,
    crop: null,
    flipX: across === -1,
    flipY: down === -1,
    altText: '',
  })
}

function alignOf(align: Json | undefined): string {
  return { center: 'middle', right: 'end' }[textIn(align)] ?? 'start'
}

function verticalOf(align: Json | undefined): string {
  return { top: 'start', bottom: 'end' }[textIn(align)] ?? 'middle'
}
