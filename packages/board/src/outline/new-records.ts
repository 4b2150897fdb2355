import type { JsonObject, RecordId } from '@stip/primitives'
import { richTextFrom } from '../plain-text.ts'
import type { BoardRecord } from '../record.ts'
import { pageId } from '../zone.ts'
import { NOTE_SIZE, noteFit } from './note-growth.ts'
import type { Spot } from './placing.ts'

interface NewShape {
  readonly id: RecordId
  readonly spot: Spot
  /** Order key on the page. */
  readonly index: string
}

/** A note with words, as the canvas makes it. */
export function noteRecord(shape: NewShape & { readonly words: string }): BoardRecord {
  const fit = noteFit(shape.words)
  return shapeRecord('note', shape, {
    color: 'yellow',
    labelColor: 'black',
    size: NOTE_SIZE,
    font: 'sans',
    align: 'middle',
    verticalAlign: 'middle',
    richText: richTextFrom(shape.words),
    growY: fit['p.growY'] ?? 0,
    fontSizeAdjustment: fit['p.fontSizeAdjustment'] ?? 0,
    url: '',
    scale: shape.spot.scale,
  })
}

/** Letters of a sentence: `l` of tldraw, this much larger; 45 board pixels. */
const SENTENCE_SCALE = 1.25

/** Sentences begin below the first letter of the title of their zone, so much farther than notes. */
export const SENTENCE_INSET = 16

/** How a sentence looks that is as wide as its zone, in board pixels. */
export function sentenceLooks(width: number) {
  return {
    color: 'black',
    size: 'l',
    font: 'sans',
    textAlign: 'start',
    w: width / SENTENCE_SCALE,
    scale: SENTENCE_SCALE,
    autoSize: false,
  } as const
}

/** A sentence in a zone that is for sentences. */
export function sentenceRecord(
  shape: NewShape & { readonly words: string; readonly width: number },
): BoardRecord {
  return shapeRecord('text', shape, {
    ...sentenceLooks(shape.width),
    richText: richTextFrom(shape.words),
  })
}

/** Words beside a drawing or picture that say what is on it. */
export function descriptionRecord(
  shape: NewShape & {
    readonly words: string
    /** The zone, image or drawing that is described. */
    readonly describes: RecordId
    /** Width of a line, at scale 1. */
    readonly width: number
  },
): BoardRecord {
  const props = {
    color: 'black',
    size: 'm',
    font: 'sans',
    textAlign: 'start',
    w: shape.width,
    richText: richTextFrom(shape.words),
    scale: shape.spot.scale,
    autoSize: false,
  }
  return shapeRecord('text', shape, props, { describes: shape.describes })
}

/** An arrow between two shapes, with the bindings that keep it there. */
export function arrowRecords(
  arrow: NewShape & {
    readonly end: { readonly x: number; readonly y: number }
    readonly label: string
    readonly from: RecordId
    readonly to: RecordId
  },
): readonly BoardRecord[] {
  const { id, spot, end, label, from, to } = arrow
  const record = shapeRecord('arrow', arrow, {
    kind: 'arc',
    labelColor: 'black',
    color: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    arrowheadStart: 'none',
    arrowheadEnd: 'arrow',
    font: 'sans',
    start: { x: 0, y: 0 },
    end: { x: end.x - spot.x, y: end.y - spot.y },
    bend: 0,
    text: label,
    labelPosition: 0.5,
    scale: spot.scale,
    elbowMidPoint: 0.5,
  })
  const name = id.slice('shape:'.length)
  return [
    record,
    bindingRecord(`binding:${name}.start`, id, from, 'start'),
    bindingRecord(`binding:${name}.end`, id, to, 'end'),
  ]
}

function bindingRecord(
  id: RecordId,
  fromId: RecordId,
  toId: RecordId,
  terminal: 'start' | 'end',
): BoardRecord {
  const props = {
    terminal,
    normalizedAnchor: { x: 0.5, y: 0.5 },
    isExact: false,
    isPrecise: false,
    snap: 'none',
  }
  return { id, typeName: 'binding', type: 'arrow', fromId, toId, props, meta: {} }
}

function shapeRecord(
  type: string,
  { id, spot, index }: NewShape,
  props: JsonObject,
  meta: JsonObject = {},
): BoardRecord {
  return {
    id,
    typeName: 'shape',
    type,
    x: spot.x,
    y: spot.y,
    rotation: 0,
    index,
    parentId: pageId,
    isLocked: false,
    opacity: 1,
    props,
    meta,
  }
}
