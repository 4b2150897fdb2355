import type { RecordId } from '@stip/primitives'
import * as Y from 'yjs'
import { recordMaps, TEXT } from '../../schema/layout.ts'
import type { RecordMap } from '../../schema/layout.ts'
import { ROOT, WORDS } from '../../text/text-schema.ts'
import { UpdateRefusedError } from '../refusal.ts'
import { itemOf, parentOf } from './yjs-internals.ts'
import type { SharedType } from './yjs-internals.ts'

/** The map of all records. */
export interface RecordsContainer {
  readonly kind: 'records'
}

/** The map of one record; `draft` when the update itself creates it. */
export interface RecordContainer {
  readonly kind: 'record'
  readonly record: RecordId
  readonly draft: RecordDraft | undefined
}

/** Something inside the rich text of a record. */
export interface TextContainer {
  readonly kind: 'text'
  readonly record: RecordId
  /** What kind of element it is: ROOT for the text itself, WORDS for letters. */
  readonly element: string
  readonly depth: number
}

/** What was thrown away: Yjs throws away what lands in it as well. */
export interface VoidContainer {
  readonly kind: 'void'
}

/** What a struct stands in. */
export type Container = RecordsContainer | RecordContainer | TextContainer | VoidContainer

/** A record that an update creates, as far as it was read. */
export interface RecordDraft {
  created: unknown
  hasText: boolean
}

const records: RecordsContainer = { kind: 'records' }
export const nowhere: VoidContainer = { kind: 'void' }

/** Says what a shared type of the document is on the board. */
export function containerOf(document: Y.Doc, type: SharedType): Container {
  const all: SharedType = recordMaps(document)
  if (type === all) return records
  const item = itemOf(type)
  // Any other root, 'board' among them, is the server's or nobody's.
  if (item === null) throw new UpdateRefusedError('unknown-root')
  if (parentOf(item) === all) {
    return { kind: 'record', record: item.parentSub ?? '', draft: undefined }
  }
  return textContainerOf(all, type, item)
}

/** Whether a record of the document is part of a step's template. */
export function isTemplateRecord(map: RecordMap | undefined): boolean {
  return map?.get('tpl') === true
}

function textContainerOf(all: SharedType, type: SharedType, item: Y.Item): Container {
  let depth = 0
  let above = item
  for (;;) {
    const parent = itemOf(parentOf(above))
    if (parent === null) throw new UpdateRefusedError('unknown-root')
    if (parentOf(parent) === all) {
      if (above.parentSub !== TEXT) throw new UpdateRefusedError('unknown-content')
      return { kind: 'text', record: parent.parentSub ?? '', element: elementOf(type), depth }
    }
    above = parent
    depth++
  }
}

function elementOf(type: SharedType): string {
  if (type instanceof Y.XmlText) return WORDS
  return type instanceof Y.XmlElement ? type.nodeName : ROOT
}
