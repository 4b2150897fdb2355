import type { RecordId } from '@stip/primitives'
import * as Y from 'yjs'

/** The one page of every board. It is not stored: every reader knows it. */
export const PAGE_ID = 'page:page'

/** Key of a record's map that holds its fields as they were at creation, without rich text. */
export const CREATED = '$'
/** Key of a record's map that holds its rich text as a Y.XmlFragment. */
export const TEXT = 't'

/** Key of an image asset's map that holds where its picture is. */
export const ADDRESS = 'p.src'

/** Keys of a record's map that only the server writes. */
export const serverKeys: ReadonlySet<string> = new Set(['sources', 'base', 'tpl', 'away'])
/** Says that the facilitator took a record away, with all that it said. */
export const AWAY = 'away'

/** Kinds of shape that carry rich text; arrows and zones carry plain text as a prop. */
export const textBearing: ReadonlySet<string> = new Set(['note', 'text', 'geo', 'stip'])

/** A record as the document keeps it: {@link CREATED}, overrides by field, {@link TEXT}, server keys. */
export type RecordMap = Y.Map<unknown>

/** All records of a board, also the ones that are gone. */
export function recordMaps(document: Y.Doc): Y.Map<RecordMap> {
  return document.getMap<RecordMap>('records')
}

/** What holds for the whole board: 'generation' and 'schema'. Written by the server only. */
export function boardMap(document: Y.Doc): Y.Map<unknown> {
  return document.getMap('board')
}

/** The map of one record, or undefined when the board never had it. */
export function recordMap(document: Y.Doc, id: RecordId): RecordMap | undefined {
  const map: unknown = recordMaps(document).get(id)
  return map instanceof Y.Map ? map : undefined
}
