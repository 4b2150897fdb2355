import type { BoardRecord } from '@stip/board'
import type { Json, JsonObject } from '@stip/primitives'
import { createTLSchema, toRichText } from '@tldraw/tlschema'
import type * as Y from 'yjs'
import { rememberOwnShape } from './files/tldraw/own-shapes.ts'
import { PAGE_ID } from './schema/layout.ts'
import { liveRecords } from './record/live-records.ts'
import { asPlainDrawing } from './overview/plain-drawing.ts'
import type { ZoneColor } from './schema/zone.ts'

/** A `.tldr` file as an object; write it as JSON. */
export interface TldrawFile {
  readonly tldrawFileFormatVersion: 1
  readonly schema: JsonObject
  readonly records: readonly JsonObject[]
}

/**
 * A board as a file that tldraw 3.15.6 opens, without anything of Stip.
 *
 * @param assetData - Data URL of an image by its address on our server. An image that is missing
 * here keeps its place but has no picture: the address would mean nothing elsewhere.
 */
export function toTldrawFile(
  document: Y.Doc,
  assetData: ReadonlyMap<string, string> = new Map(),
): TldrawFile {
  const records = liveRecords(document).map((record) => {
    if (record.typeName === 'asset') return withData(record, assetData)
    return asPlainShape(record)
  })
  return {
    tldrawFileFormatVersion: 1,
    schema: createTLSchema().serialize() as unknown as JsonObject,
    records: [
      { id: 'document:document', typeName: 'document', gridSize: 10, name: '', meta: {} },
      { id: PAGE_ID, typeName: 'page', name: 'Bord', index: 'a1', meta: {} },
      ...records,
    ],
  }
}

function withData(record: BoardRecord, assetData: ReadonlyMap<string, string>): BoardRecord {
  const src = record.props['src']
  const data = typeof src === 'string' ? assetData.get(src) : undefined
  return { ...record, props: { ...record.props, src: data ?? null } }
}

function asPlainShape(record: BoardRecord): BoardRecord {
  if (record.type === 'zone') return asRectangle(record)
  return record.type === 'stip' || record.type === 'horizon' ? asPlainDrawing(record) : record
}

/** tldraw refuses a file with a shape that it does not know, so a zone becomes a locked rectangle. */
function asRectangle(zone: BoardRecord): BoardRecord {
  const { w = 1, h = 1, style } = zone.props
  const isLabel = style === 'label'
  return {
    ...zone,
    type: 'geo',
    isLocked: true,
    meta: { ...zone.meta, ...rememberOwnShape(zone) },
    props: {
      geo: 'rectangle',
      dash: 'solid',
      url: '',
      w,
      h,
      growY: 0,
      scale: 1,
      labelColor: 'black',
      color: colors[zone.props['color'] as ZoneColor] ?? 'grey',
      fill: isLabel ? 'none' : 'semi',
      size: 's',
      font: 'sans',
      align: 'start',
      verticalAlign: 'start',
      richText: toRichText(wordsOf(zone)) as unknown as Json,
    },
  }
}

function wordsOf(zone: BoardRecord): string {
  const { letter, title, question } = zone.props
  const heading = [letter, title].filter(isWritten).join(' · ')
  return [heading, question].filter(isWritten).join('\n')
}

function isWritten(text: Json | undefined): text is string {
  return typeof text === 'string' && text !== ''
}

const colors: Record<ZoneColor, string> = {
  yellow: 'yellow',
  green: 'light-green',
  blue: 'light-blue',
  pink: 'light-red',
  purple: 'light-violet',
  grey: 'grey',
  white: 'white',
  'group-a': 'blue',
  'group-b': 'orange',
  'group-c': 'green',
  'group-d': 'violet',
  'group-e': 'red',
  'group-f': 'light-blue',
  'group-g': 'yellow',
  'group-h': 'black',
}
