import type { Json, RecordId } from '@stip/primitives'
import type { Orphan, WantedCopy } from '../merge/copy-writes.ts'
import { COPY_OF, copyName } from '../copy-origin.ts'
import { fieldsOf, recordOf } from '../fields.ts'
import { copyId } from '../merge/merge-ids.ts'
import { memory, ownKeys } from '../merge/merge-memory.ts'
import { sentenceLooks } from '../outline/new-records.ts'
import { NOTE_SCALES } from '../outline/placing.ts'
import type { BoardRecord, Fields, Source, StoredRecord } from '../record.ts'
import { localBounds } from '../shape-size.ts'
import type { Bounds } from '../shape-size.ts'
import { pageId } from '../zone.ts'

/** A card of a group that is to stand on the vision, or once more on its own board. */
export interface CardToCopy {
  readonly record: BoardRecord
  readonly origin: Source
  /** Undefined on the board of its own group, where everything is of that group. */
  readonly letter: string | undefined
  /** Its copy, when there is one. */
  readonly copy: StoredRecord | undefined
  /** The id of its copy when that stands on the same board. */
  readonly id?: RecordId
}

/** Where a copy goes. */
export interface CardPlace {
  readonly zone: RecordId | undefined
  /** A sentence becomes text as wide as its zone; anything else stays what it is. */
  readonly isSentence: boolean
  readonly width: number
  /** Takes room for something of this size. */
  readonly take: (size: { readonly w: number; readonly h: number }) => Pick<Bounds, 'x' | 'y'>
}

/** Memory that a copy was made as a sentence. */
const FORM = '@form'
const NOTE_SIDE = 200
const GAP = 12
/** From this width on, sentences are as large as one types them. */
const WIDE = 700

/**
 * The copy of a card as it should be on the vision. Without a place it stays where it is.
 *
 * @param place - Where it is brought; undefined when it is there already.
 */
export function cardCopy(card: CardToCopy, place: CardPlace | undefined): WantedCopy {
  const { record, origin, copy, id } = card
  const isSentence = copy === undefined ? place?.isSentence === true : isMadeAsSentence(copy.base)
  const type = isSentence ? 'text' : record.type
  const name = { id: id ?? copyId(origin.board, record.id), typeName: record.typeName, type }
  const source = rememberedOf(record, isSentence)
  const fields = contentOf(source, record.type, card)
  const before = copy?.base?.[memory.placed] as Fields | undefined
  const last = (base: Fields | undefined): Fields => contentOf(base ?? {}, record.type, card)
  if (place === undefined) {
    return { name, origin, last, placement: { source, fields, placed: before ?? {} } }
  }
  const style = isSentence ? sentenceStyle(place.width) : cardStyle(record, place.width)
  const { w, h } = localBounds(recordOf(name, { ...fields, ...style }))
  const { x, y } = place.take({ w, h })
  const where: Fields = {
    xy: [x, y],
    pi: [pageId, record['index'] ?? 'a1'],
    rotation: 0,
    ...(place.zone !== undefined && { 'm.zone': place.zone }),
  }
  const placed = {
    ...style,
    ...where,
    isLocked: false,
    ...(id !== undefined && { [`m.${COPY_OF}`]: copyName(origin.board, record.id) }),
  }
  // What people made of its looks is theirs; only its place and its width are new.
  const brought = {
    ...where,
    ...(isSentence && copy !== undefined && { 'p.w': widthFor(copy, place.width) }),
  }
  return { name, origin, last, placement: { source, fields, placed }, ...(copy && { brought }) }
}

/** What is left of a card on the vision when its source is gone. */
export function orphanOf(card: Omit<CardToCopy, 'copy' | 'id'>, type: string): Orphan {
  return {
    origin: card.origin,
    last: (base = {}) => ({
      ...contentOf(base, type, card),
      ...(base[memory.placed] as Fields | undefined),
    }),
  }
}

function isMadeAsSentence(base: Fields | undefined): boolean {
  return base?.[FORM] === 'sentence'
}

/** Of a source, what matters to its copy. */
function rememberedOf(record: BoardRecord, isSentence: boolean): Fields {
  const all = Object.entries(fieldsOf(record))
  const kept = Object.fromEntries(all.filter(([key]) => !left.has(key) && !ownKeys.has(key)))
  return isSentence ? { ...kept, [FORM]: 'sentence' } : kept
}

/** What a copy takes over of its source: all but where it lies, how large it is, and that it was chosen. */
function contentOf(
  source: Fields,
  type: string,
  { letter, origin }: Pick<CardToCopy, 'letter' | 'origin'>,
): Fields {
  const content: Record<string, Json> = letter === undefined ? {} : { 'm.group': letter }
  const isSentence = isMadeAsSentence(source)
  for (const [key, value] of Object.entries(source)) {
    if (left.has(key) || ownKeys.has(key) || key.startsWith('@')) continue
    if ((isSentence && key !== 't') || (hasSize.has(type) && sizes.has(key))) continue
    const isAsset = key === 'p.assetId' && typeof value === 'string'
    content[key] = isAsset ? copyId(origin.board, value) : value
  }
  return content
}

const left: ReadonlySet<string> = new Set([
  'xy',
  'pi',
  'rotation',
  'isLocked',
  'p.scale',
  'm.keyCard',
])
const hasSize: ReadonlySet<string> = new Set(['image', 'geo'])
const sizes: ReadonlySet<string> = new Set(['p.w', 'p.h', 'p.growY'])

/** As a sentence that is typed there; in a column of a group a little smaller. */
function sentenceStyle(width: number): Fields {
  const looks = Object.entries(sentenceLooks(width)).map(([key, value]) => [`p.${key}`, value])
  const narrow = { 'p.scale': 1, 'p.w': width }
  return { opacity: 1, ...Object.fromEntries(looks), ...(width < WIDE && narrow) }
}

/** The width that makes a text which has a scale already as wide as its zone. */
function widthFor(copy: StoredRecord, width: number): number {
  const scale = copy.record.props['scale']
  return width / (typeof scale === 'number' ? scale : 1)
}

function cardStyle({ type, props }: BoardRecord, width: number): Fields {
  if (type === 'note') return { 'p.scale': noteScale(width) }
  const style: Record<string, Json> = {}
  if (props['scale'] !== undefined) style['p.scale'] = props['scale']
  if (!hasSize.has(type)) return style
  const { w = width } = props
  const factor = typeof w === 'number' ? Math.min(1, width / w) : 1
  for (const key of ['w', 'h', 'growY']) {
    const value = props[key]
    if (typeof value === 'number') style[`p.${key}`] = value * factor
  }
  return style
}

/** As large as lets three notes stand beside each other, or else two, or one. */
function noteScale(width: number): number {
  const readable = NOTE_SCALES.filter((scale) => scale >= 1)
  for (const count of [3, 2, 1]) {
    const most = (width - (count - 1) * GAP) / count / NOTE_SIDE
    const scale = readable.find((one) => one <= most)
    if (scale !== undefined) return scale
  }
  return NOTE_SCALES.at(-1) ?? 1
}
