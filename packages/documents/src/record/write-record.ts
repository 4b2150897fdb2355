import { fieldsOf } from '@stip/board'
import type { BoardRecord, Fields, Source } from '@stip/board'
import { sameJson } from '@stip/primitives'
import type { Json, RecordId } from '@stip/primitives'
import * as Y from 'yjs'
import { roundCoordinate } from '../schema/coordinates.ts'
import {
  AWAY,
  CREATED,
  recordMap,
  recordMaps,
  serverKeys,
  TEXT,
  textBearing,
} from '../schema/layout.ts'
import type { RecordMap } from '../schema/layout.ts'
import { mendedFields } from '../text/mended-fields.ts'
import { roundInk, withPackedInk } from '../schema/packed-ink.ts'
import { fieldsOfStored, kindOf } from './read-record.ts'
import { EMPTY_RICH_TEXT } from '../text/rich-text.ts'
import { writeRichText } from '../text/write-rich-text.ts'

/** What only the server adds when it creates a record. */
export interface CreationExtras {
  readonly isTemplate?: boolean
  readonly sources?: readonly Source[]
  readonly base?: Fields
}

/**
 * Puts a record on the board. When the board had it before (undo of a deletion, redo of a
 * creation), its map stays, with everything others wrote in it: it is changed and no longer gone.
 */
export function createRecord(
  document: Y.Doc,
  record: BoardRecord,
  extras: CreationExtras = {},
): void {
  document.transact(() => {
    const { [TEXT]: text, ...fields } = rounded(mendedFields(record, fieldsOf(record)))
    const known = recordMap(document, record.id)
    if (known !== undefined) {
      changeMap(known, { ...fieldsOf(record), gone: false })
      writeExtras(known, extras)
      return
    }
    const map: RecordMap = new Y.Map<unknown>()
    recordMaps(document).set(record.id, map)
    map.set(CREATED, { typeName: record.typeName, type: record.type, ...withPackedInk(fields) })
    if (record.typeName === 'shape' && textBearing.has(record.type)) {
      const fragment = new Y.XmlFragment()
      map.set(TEXT, fragment)
      writeRichText(fragment, text ?? EMPTY_RICH_TEXT)
    }
    writeExtras(map, extras)
  })
}

/**
 * Changes fields of a record; fields that already hold are not written. 't' is worked into the
 * text that stands there, character by character, so that what others type meanwhile survives.
 *
 * @throws {RangeError} When the board never had the record, or a field is the server's own.
 */
export function changeFields(document: Y.Doc, id: RecordId, fields: Fields): void {
  const map = recordMap(document, id)
  if (map === undefined) throw new RangeError(`The board has no record ${id}.`)
  document.transact(() => changeMap(map, fields))
}

/**
 * Notes where a record came from and what it looked like there; of what was taken away, nothing.
 * Server only.
 *
 * @throws {RangeError} When the board never had the record.
 */
export function setSources(
  document: Y.Doc,
  id: RecordId,
  sources: readonly Source[],
  base: Fields | undefined,
): void {
  const map = recordMap(document, id)
  if (map === undefined) throw new RangeError(`The board has no record ${id}.`)
  if (map.get(AWAY) === true) return
  document.transact(() => {
    setWhenDifferent(map, 'sources', sources as unknown as Json)
    if (base !== undefined) setWhenDifferent(map, 'base', withPackedInk(base))
    else if (map.has('base')) map.delete('base')
  })
}

function changeMap(map: RecordMap, changes: Fields): void {
  const now = fieldsOfStored(map)
  const { [TEXT]: text, ...fields } = rounded(mendedFields(kindOf(map), changes))
  for (const [key, value] of Object.entries(fields)) {
    if (key === CREATED || serverKeys.has(key)) throw new RangeError(`'${key}' is not a field.`)
    if (key === 'xy' || key === 'pi') continue
    const held = key === 'gone' ? (now['gone'] ?? false) : now[key]
    if (!sameJson(held, value)) map.set(key, withPackedInk({ [key]: value })[key])
  }
  changePlace(map, now, fields)
  const fragment = map.get(TEXT)
  if (text !== undefined && fragment instanceof Y.XmlFragment) writeRichText(fragment, text)
}

/**
 * A parent is written together with the place in it. Whoever nudges the record at that moment
 * writes a place in the old parent, and then this one counts.
 */
function changePlace(map: RecordMap, now: Fields, fields: Fields): void {
  const place = fields['xy'] ?? now['xy']
  const parent = fields['pi']
  if (Array.isArray(parent) && !sameJson(now['pi'], parent)) {
    const isPlaced = Array.isArray(place) && typeof place[0] === 'number'
    map.set('pi', isPlaced ? [parent[0], parent[1], place[0], place[1]] : parent)
  }
  if (fields['xy'] === undefined) return
  // Compared with what is stored as well: a place that a new parent made meaningless must be
  // written again, even when it reads the same through the parent.
  if (!sameJson(now['xy'], place) || !sameJson(storedPlace(map), place)) map.set('xy', place)
}

function storedPlace(map: RecordMap): Json | undefined {
  const created = map.get(CREATED) as Fields | undefined
  return (map.get('xy') as Json | undefined) ?? created?.['xy']
}

function writeExtras(map: RecordMap, { isTemplate, sources, base }: CreationExtras): void {
  if (isTemplate === true) setWhenDifferent(map, 'tpl', true)
  if (sources !== undefined && sources.length > 0) {
    setWhenDifferent(map, 'sources', sources as unknown as Json)
  }
  if (base !== undefined) setWhenDifferent(map, 'base', withPackedInk(base))
}

function setWhenDifferent(map: RecordMap, key: string, value: Json): void {
  if (!sameJson(map.get(key) as Json | undefined, value)) map.set(key, value)
}

/** As it is kept, also to be compared with what is kept. */
function rounded(fields: Fields): Fields {
  const { xy: place, 'p.segments': ink } = fields
  return {
    ...fields,
    ...(Array.isArray(place) && { xy: place.map(roundedPart) }),
    ...(ink !== undefined && { 'p.segments': roundInk(ink) }),
  }
}

function roundedPart(part: Json): Json {
  return typeof part === 'number' ? roundCoordinate(part) : part
}
