import { plainTextOf } from '@stip/board'
import type { Json, JsonObject } from '@stip/primitives'
import type { Remarks } from '../remarks.ts'
import { isObject, textIn } from '../json-file.ts'
import { writtenOut } from './newer-ink.ts'

/** One step from a later tldraw back to 3.15.6, for the props of one kind. */
interface StepDown {
  /** Name and number of the migration that tldraw added. */
  readonly sequence: string
  readonly number: number
  /** The first release with it. */
  readonly since: string
  /** The props without what is new; undefined values are removed. */
  readonly down: (props: JsonObject, remarks: Remarks) => JsonObject
}

const withoutAttrs: StepDown['down'] = ({ richText }) => {
  if (!isObject(richText)) return {}
  const { attrs: _attrs, ...rest } = richText
  return { richText: rest }
}

const inkWrittenOut: StepDown['down'] = ({ segments, scaleX, scaleY }) => {
  const scale = { x: scaleOf(scaleX), y: scaleOf(scaleY) }
  const list = Array.isArray(segments) ? (segments as readonly Json[]) : undefined
  return {
    ...(list !== undefined && { segments: list.map((segment) => writtenOut(segment, scale)) }),
    ...gone('scaleX', 'scaleY'),
  }
}

/**
 * What tldraw added to its file form after 3.15.6, read from the migrations of
 * @tldraw/tlschema 4.0.1, 4.2.3, 4.3.2, 4.5.12, 5.0.1, 5.1.1, 5.2.5, 5.3.2, 5.4.2 and 5.5.2: the last first. tldraw
 * itself has no way back for some of them. Each step looks at what is there, so it does no harm to
 * a record without it. Steps of cameras, instances, users and the store are about nothing that a board shows.
 */
export const stepsDown: readonly StepDown[] = [
  { sequence: 'shape.geo', number: 12, since: '5.3', down: unmirrored },
  { sequence: 'shape.note', number: 13, since: '5.2', down: () => gone('textLastEditedBy') },
  // `dim` says which form of `path` it is, so ink goes back in one step.
  { sequence: 'shape.draw', number: 5, since: '5.2', down: inkWrittenOut },
  { sequence: 'shape.highlight', number: 4, since: '5.2', down: inkWrittenOut },
  // A share of the usual size since then; before, a size in px, which follows from the words.
  { sequence: 'shape.note', number: 12, since: '5.0', down: () => ({ fontSizeAdjustment: 0 }) },
  { sequence: 'shape.note', number: 11, since: '5.0', down: () => gone('textFirstEditedBy') },
  { sequence: 'asset.image', number: 6, since: '4.5', down: () => gone('pixelRatio') },
  { sequence: 'shape.draw', number: 3, since: '4.3', down: inkWrittenOut },
  { sequence: 'shape.highlight', number: 2, since: '4.3', down: inkWrittenOut },
  { sequence: 'shape.arrow', number: 8, since: '4.3', down: withoutAttrs },
  { sequence: 'shape.geo', number: 11, since: '4.3', down: withoutAttrs },
  { sequence: 'shape.note', number: 10, since: '4.3', down: withoutAttrs },
  { sequence: 'shape.text', number: 4, since: '4.3', down: withoutAttrs },
  { sequence: 'shape.arrow', number: 7, since: '4.0', down: plainLabel },
]

/** Words on an arrow were plain, and are here. */
function plainLabel({ richText }: JsonObject, remarks: Remarks): JsonObject {
  if (!isObject(richText)) return {}
  if (isMarked(richText)) remarks.add('labels', 1)
  return { text: plainTextOf(richText), ...gone('richText') }
}

/** Pointing the other way is another shape; for the rest a mirror image cannot be drawn here. */
function unmirrored({ geo, flipX, flipY }: JsonObject, remarks: Remarks): JsonObject {
  const shape = textIn(geo)
  const flips = (flipX === true ? 'x' : '') + (flipY === true ? 'y' : '')
  const mirrored = mirrors[`${shape} ${flips}`]
  const isSame = flips === '' || (sameMirrored[flips] ?? []).includes(shape)
  if (mirrored === undefined && !isSame) remarks.add('mirrored', 1)
  return { ...(mirrored !== undefined && { geo: mirrored }), ...gone('flipX', 'flipY') }
}

const mirrors: Readonly<Record<string, string>> = {
  'arrow-left x': 'arrow-right',
  'arrow-left xy': 'arrow-right',
  'arrow-right x': 'arrow-left',
  'arrow-right xy': 'arrow-left',
  'arrow-up y': 'arrow-down',
  'arrow-up xy': 'arrow-down',
  'arrow-down y': 'arrow-up',
  'arrow-down xy': 'arrow-up',
  'rhombus x': 'rhombus-2',
  'rhombus y': 'rhombus-2',
  'rhombus-2 x': 'rhombus',
  'rhombus-2 y': 'rhombus',
}

const inEveryWay = ['rectangle', 'ellipse', 'diamond', 'oval', 'hexagon', 'octagon', 'x-box']
const upright = ['triangle', 'pentagon', 'star', 'trapezoid', 'heart', 'arrow-up', 'arrow-down']
const sameMirrored: Readonly<Record<string, readonly string[]>> = {
  x: [...inEveryWay, ...upright],
  y: [...inEveryWay, 'arrow-left', 'arrow-right'],
  xy: [...inEveryWay, 'rhombus', 'rhombus-2'],
}

/** Whether there is more in a text than words in paragraphs. */
function isMarked(node: JsonObject): boolean {
  const { content } = node
  const children = Array.isArray(content) ? (content as readonly Json[]).filter(isObject) : []
  return children.some(
    (child) =>
      (child['type'] !== 'paragraph' && child['type'] !== 'text') ||
      (Array.isArray(child['marks']) && child['marks'].length > 0) ||
      (Array.isArray(child['content']) && (child['content'] as readonly Json[]).some(isMarkedText)),
  )
}

function isMarkedText(node: Json): boolean {
  if (!isObject(node)) return false
  return node['type'] !== 'text' || (Array.isArray(node['marks']) && node['marks'].length > 0)
}

function scaleOf(value: Json | undefined): number {
  return typeof value === 'number' && Number.isFinite(value) && value !== 0 ? value : 1
}

function gone(...names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, undefined])) as unknown as JsonObject
}
