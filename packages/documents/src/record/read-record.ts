import { recordOf } from '@stip/board'
import type { BoardRecord, Fields, Source, StoredRecord } from '@stip/board'
import type { Json, RecordId } from '@stip/primitives'
import * as Y from 'yjs'
import { AWAY, CREATED, recordMap, recordMaps, serverKeys, TEXT } from '../schema/layout.ts'
import type { RecordMap } from '../schema/layout.ts'
import { mendedFields, withSafeLink } from '../text/mended-fields.ts'
import { withPlainInk } from '../schema/packed-ink.ts'
import { richTextOf } from '../text/rich-text.ts'

/** Reads one record, also when it is gone; undefined when the board never had it. */
export function readRecord(document: Y.Doc, id: RecordId): StoredRecord | undefined {
  const map = recordMap(document, id)
  return map === undefined ? undefined : stored(id, map)
}

/** Reads every record of a board, also the ones that are gone, in the order of their ids. */
export function readBoard(document: Y.Doc): StoredRecord[] {
  const found: StoredRecord[] = []
  recordMaps(document).forEach((map, id) => {
    const record = map instanceof Y.Map ? stored(id, map) : undefined
    if (record !== undefined) found.push(record)
  })
  return found.toSorted((one, other) => (one.record.id < other.record.id ? -1 : 1))
}

/**
 * The fields of a record as they hold now: as created, overridden by what was touched since, its
 * rich text under 't', and 'gone' only when it is true.
 */
export function fieldsOfStored(map: RecordMap): Fields {
  const { typeName: _typeName, type: _type, ...created } = createdFields(map) ?? {}
  const fields: Record<string, Json> = created
  // The iterators of Yjs cost more than all that is done here.
  map.forEach((value, key) => {
    if (key !== CREATED && key !== TEXT && !serverKeys.has(key)) fields[key] = value as Json
  })
  placeFields(map, fields)
  const text = map.get(TEXT)
  if (text instanceof Y.XmlFragment) fields[TEXT] = richTextOf(text)
  if (fields['gone'] !== true) delete fields['gone']
  return withSafeLink(mendedFields(kindOf(map), withPlainInk(fields)))
}

/** The rich text of a record, for binding an editor to; undefined for what carries none. */
export function textFragment(document: Y.Doc, id: RecordId): Y.XmlFragment | undefined {
  const text = recordMap(document, id)?.get(TEXT)
  return text instanceof Y.XmlFragment ? text : undefined
}

/** The JSON under `$`, or undefined when what stands there is no record. */
export function createdFields(map: RecordMap): Fields | undefined {
  const created = map.get(CREATED)
  return typeof created === 'object' && created !== null && !Array.isArray(created)
    ? (created as Fields)
    : undefined
}

/** What a record is; of what is no record, nothing that has bounds. */
export function kindOf(map: RecordMap): Pick<BoardRecord, 'typeName' | 'type'> {
  const { typeName, type } = (createdFields(map) ?? {}) as Partial<BoardRecord>
  return { typeName: typeName ?? 'asset', type: type ?? '' }
}

/** Whether a record was deleted by a person, or taken away: that nobody's undo brings in sight. */
export function isGone(map: RecordMap): boolean {
  return map.get('gone') === true || map.get(AWAY) === true
}

function stored(id: RecordId, map: RecordMap): StoredRecord | undefined {
  const created = createdFields(map)
  if (created === undefined) return undefined
  const name = { id, typeName: created['typeName'], type: created['type'] }
  return {
    record: recordOf(name as Pick<BoardRecord, 'id' | 'typeName' | 'type'>, fieldsOfStored(map)),
    isGone: isGone(map),
    isTemplate: map.get('tpl') === true,
    sources: (map.get('sources') as readonly Source[] | undefined) ?? [],
    base: baseOf(map),
    ...(map.get(AWAY) === true && { isTakenAway: true }),
  }
}

function baseOf(map: RecordMap): Fields | undefined {
  const base = map.get('base') as Fields | undefined
  return base === undefined ? undefined : withPlainInk(base)
}

/**
 * Settles place and parent, which two people may have changed at once. A place that belongs to
 * another parent than the record has now means nothing; the place that was written together with
 * the parent does, and everybody has that one.
 */
function placeFields(map: RecordMap, fields: Record<string, Json>): void {
  const parent = fields['pi']
  if (!Array.isArray(parent)) return
  fields['pi'] = parent.length > 2 ? parent.slice(0, 2) : parent
  const place = fields['xy']
  if (Array.isArray(place) && belongsTo(place, parent[0])) return
  if (parent.length === 4) {
    fields['xy'] = placeIn(parent[0], parent[2], parent[3])
    return
  }
  const first = createdFields(map)?.['xy']
  const isStillTrue = Array.isArray(first) && belongsTo(first, parent[0])
  fields['xy'] = isStillTrue ? first : placeIn(parent[0], 0, 0)
}

function belongsTo(place: readonly Json[], parent: Json): boolean {
  return isPage(parent) ? place[2] === undefined : place[2] === parent
}

/** A place as `xy` stores it: it names its parent unless that is the page. */
function placeIn(parent: Json, x: Json, y: Json): Json {
  return isPage(parent) ? [x, y] : [x, y, parent]
}

function isPage(parent: Json): boolean {
  return typeof parent === 'string' && parent.startsWith('page:')
}
