// Whose hand wrote what only stands inside Yjs: in the ids of its items.
/* oxlint-disable no-underscore-dangle */
import type { RecordId } from '@stip/primitives'
import * as Y from 'yjs'
import { CREATED, recordMap, serverKeys, TEXT } from '../schema/layout.ts'

/** One stretch of what a record is made of now, as one Yjs client wrote it. */
export interface Contribution {
  /** {@link CREATED} ('$') for the record itself, 't' for letters, else the field that was changed. */
  readonly field: string
  /** The Yjs client id; whose it is, the room knows. */
  readonly client: number
  /** The first and the last clock of the stretch. */
  readonly from: number
  readonly to: number
}

/** What a record is made of now, and under which client ids; [] when the board never had it. */
export function contributionsTo(document: Y.Doc, id: RecordId): readonly Contribution[] {
  const map = recordMap(document, id)
  if (map === undefined) return []
  const found: Contribution[] = []
  for (const [key, item] of map._map) {
    if (item.deleted || serverKeys.has(key)) continue
    if (key === TEXT) found.push(...lettersIn(map.get(TEXT)))
    else found.push(stretch(key, item))
  }
  return found
}

/** Under which Yjs client id a record was made; undefined when the board never had it. */
export function creatorOf(document: Y.Doc, id: RecordId): number | undefined {
  return recordMap(document, id)?._map.get(CREATED)?.id.client
}

function lettersIn(text: unknown): readonly Contribution[] {
  if (!(text instanceof Y.XmlFragment) && !(text instanceof Y.XmlText)) return []
  const found: Contribution[] = []
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentString) found.push(stretch(TEXT, item))
    else if (item.content instanceof Y.ContentType) found.push(...lettersIn(item.content.type))
  }
  return found
}

function stretch(field: string, { id, length }: Y.Item): Contribution {
  return { field, client: id.client, from: id.clock, to: id.clock + length - 1 }
}

/** The field of a {@link Contribution} that made the record. */
export const CREATION = CREATED
