import type { JsonObject, RecordId } from '@stip/primitives'
import { richTextFrom } from '../plain-text.ts'
import type { BoardRecord } from '../record.ts'
import { pageId } from '../zone.ts'
import { NOTE_SIZE, noteFit } from './note-growth.ts'
import type { Spot } from './placing.ts'

/** What every new shape has. */
export interface NewShape {
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

/** A shape on the page. */
export function shapeRecord(
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
