import type { BoardRecord } from '@stip/board'
import type { Json, JsonObject, RecordId } from '@stip/primitives'
import { PAGE_ID } from '../schema/layout.ts'

/** Where a new shape stands; x and y in board units, rotation in radians. */
export interface ShapePlace {
  readonly x: number
  readonly y: number
  readonly rotation?: number
  readonly parentId?: RecordId
  readonly opacity?: number
}

/** A shape on the page, unlocked. Its index follows when it is put on a board. */
export function newShape(
  id: RecordId,
  type: string,
  place: ShapePlace,
  props: JsonObject,
): BoardRecord {
  return {
    id,
    typeName: 'shape',
    type,
    x: place.x,
    y: place.y,
    rotation: place.rotation ?? 0,
    index: 'a1',
    parentId: place.parentId ?? PAGE_ID,
    isLocked: false,
    opacity: place.opacity ?? 1,
    props,
    meta: {},
  }
}

/** What every note has. */
export const noteProps = {
  color: 'yellow',
  labelColor: 'black',
  size: 'm',
  font: 'draw',
  fontSizeAdjustment: 0,
  align: 'middle',
  verticalAlign: 'middle',
  growY: 0,
  url: '',
  scale: 1,
} as const

/** What every text has. */
export const textProps = {
  color: 'black',
  size: 'm',
  font: 'draw',
  textAlign: 'start',
  w: 200,
  scale: 1,
  autoSize: true,
} as const

/** What every geometric shape has. */
export const geoProps = {
  geo: 'rectangle',
  dash: 'draw',
  url: '',
  w: 100,
  h: 100,
  growY: 0,
  scale: 1,
  labelColor: 'black',
  color: 'black',
  fill: 'none',
  size: 'm',
  font: 'draw',
  align: 'middle',
  verticalAlign: 'middle',
} as const

/** What every arrow has. */
export const arrowProps = {
  kind: 'arc',
  labelColor: 'black',
  color: 'black',
  fill: 'none',
  dash: 'draw',
  size: 'm',
  arrowheadStart: 'none',
  arrowheadEnd: 'arrow',
  font: 'draw',
  bend: 0,
  text: '',
  labelPosition: 0.5,
  scale: 1,
  elbowMidPoint: 0.5,
} as const

/** A text of one paragraph for every line. */
export function richTextOfLines(text: string): JsonObject {
  const content: Json[] = text
    .split(/\r\n|\r|\n/)
    .map((line) =>
      line === ''
        ? { type: 'paragraph' }
        : { type: 'paragraph', content: [{ type: 'text', text: line }] },
    )
  return { type: 'doc', content }
}

/** What ties an end of an arrow to a shape. */
export function newArrowBinding(
  id: RecordId,
  [arrow, target]: readonly [RecordId, RecordId],
  terminal: 'start' | 'end',
): BoardRecord {
  return {
    id,
    typeName: 'binding',
    type: 'arrow',
    fromId: arrow,
    toId: target,
    props: {
      terminal,
      normalizedAnchor: { x: 0.5, y: 0.5 },
      isExact: false,
      isPrecise: false,
      snap: 'none',
    },
    meta: {},
  }
}

/** An image whose address is not known yet. */
export function newAsset(id: RecordId, props: JsonObject): BoardRecord {
  return { id, typeName: 'asset', type: 'image', props, meta: {} }
}
