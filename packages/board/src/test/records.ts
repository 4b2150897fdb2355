import type { Json, RecordId } from '@stip/primitives'
import type { BoardRecord, StoredRecord } from '../record.ts'
import type { SourceBoard } from '../merge/merge-plan.ts'
import { zoneRecord } from '../zone.ts'
import type { ZoneShapeColor } from '../zone.ts'

/** Where a shape stands, for tests that care. */
export interface Standing {
  readonly x?: number
  readonly y?: number
  readonly parentId?: RecordId
  readonly index?: string
  readonly rotation?: number
}

/** A note (briefje) with a text. */
export function aNote(name: string, text = '', standing: Standing = {}): BoardRecord {
  const props = { color: 'yellow', richText: richText(text), scale: 1, growY: 0, size: 'm' }
  return aShape('note', name, standing, props)
}

export function anArrow(name: string, standing: Standing = {}): BoardRecord {
  return aShape('arrow', name, standing, {
    text: '',
    bend: 0,
    start: { x: 0, y: 0 },
    end: { x: 100, y: 0 },
  })
}

export function anImage(name: string, asset: RecordId, standing: Standing = {}): BoardRecord {
  return aShape('image', name, standing, { w: 300, h: 200, assetId: asset })
}

export function aGroup(name: string, standing: Standing = {}): BoardRecord {
  return aShape('group', name, standing, {})
}

export function aFrame(name: string, standing: Standing = {}): BoardRecord {
  return aShape('frame', name, standing, { w: 500, h: 400, name: '' })
}

export function anAsset(name: string): BoardRecord {
  return {
    id: `asset:${name}`,
    typeName: 'asset',
    type: 'image',
    props: { w: 300, h: 200, src: `/api/assets/avond/${name}.png`, name },
    meta: {},
  }
}

/** A stroke of the pen, 400 wide, 100 from the corner. */
export function aDrawing(
  name: string,
  { x = 100, y = 200, ...standing }: Standing = {},
): BoardRecord {
  return aShape(
    'draw',
    name,
    { x, y, ...standing },
    {
      color: 'black',
      size: 'm',
      scale: 1,
      segments: [
        {
          type: 'free',
          points: [
            { x: 0, y: 0, z: 0.5 },
            { x: 400, y: 100, z: 0.5 },
          ],
        },
      ],
    },
  )
}

/** Ties one end of an arrow to a shape. */
export function aBinding(
  name: string,
  terminal: 'start' | 'end',
  arrow: RecordId,
  shape: RecordId,
): BoardRecord {
  return {
    id: `binding:${name}`,
    typeName: 'binding',
    type: 'arrow',
    fromId: arrow,
    toId: shape,
    props: { terminal, isExact: false },
    meta: {},
  }
}

/** A zone of a step, on a group board. */
export function aZone(name: string, title: string, x = 0, y = 0): StoredRecord {
  const record = zoneRecord({
    id: `shape:${name}`,
    x,
    y,
    w: 1200,
    h: 800,
    title,
    question: 'Wat zie je?',
    color: 'yellow',
    style: 'area',
    letter: '',
    index: 'a0',
  })
  return { ...stored(record), isTemplate: true }
}

/** A zone in which what lies is a hoofdpunt. */
export function aZoneForKeyCards(name: string, x = 0, y = 0): StoredRecord {
  const zone = aZone(name, 'Onze hoofdpunten', x, y)
  return { ...zone, record: { ...zone.record, meta: { keyCards: true } } }
}

export function stored(record: BoardRecord, differences: Partial<StoredRecord> = {}): StoredRecord {
  const fresh = { record, isGone: false, isTemplate: false, sources: [], base: undefined }
  return { ...fresh, ...differences }
}

/** The board of group A, B or C. */
export function aGroupBoard(
  letter: string,
  records: readonly (BoardRecord | StoredRecord)[],
): SourceBoard {
  const name = { A: 'De Brug', B: 'Het Plein', C: 'De Haven' }[letter] ?? letter
  const color = `group-${letter.toLowerCase()}` as ZoneShapeColor
  return {
    board: `bord-${letter.toLowerCase()}`,
    group: { id: `groep-${letter.toLowerCase()}`, letter, name, color },
    records: records.map((record) => (isStored(record) ? record : stored(record))),
  }
}

/** A text as TipTap JSON. */
export function richText(text: string): Json {
  const content = text === '' ? {} : { content: [{ type: 'text', text }] }
  return { type: 'doc', content: [{ type: 'paragraph', ...content }] }
}

/** Freezes plain data all the way down, so that changing it throws. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}

function aShape(
  type: string,
  name: string,
  { x = 0, y = 0, parentId = 'page:page', index = 'a1', rotation = 0 }: Standing,
  props: BoardRecord['props'],
): BoardRecord {
  return {
    id: `shape:${name}`,
    typeName: 'shape',
    type,
    x,
    y,
    rotation,
    index,
    parentId,
    isLocked: false,
    opacity: 1,
    props,
    meta: {},
  }
}

/** Whether a record comes with what its board knows about it. */
export function isStored(record: BoardRecord | StoredRecord): record is StoredRecord {
  return 'isTemplate' in record
}
