import { fieldsOf } from '@stip/board'
import type { BoardRecord, StoredRecord } from '@stip/board'
import { sameJson } from '@stip/primitives'
import type { RecordId } from '@stip/primitives'
import * as Y from 'yjs'
import { AWAY, CREATED, recordMap, serverKeys, TEXT } from './schema/layout.ts'
import type { RecordMap } from './schema/layout.ts'
import { withPackedInk } from './schema/packed-ink.ts'
import { readRecord } from './record/read-record.ts'
import { EMPTY_RICH_TEXT } from './text/rich-text.ts'
import { writeRichText } from './text/write-rich-text.ts'

/** What words stand in, besides rich text. */
const wordy = ['text', 'title', 'question', 'name', 'altText', 'url'] as const
/** A drawing of which nothing is left but that it is one. */
const DOT = [{ type: 'free', points: [{ x: 0, y: 0, z: 0.5 }] }]

/** Whether the facilitator took a record away (weghalen): of what it said nothing stands here. */
export function isTakenAway(document: Y.Doc, id: RecordId): boolean {
  return recordMap(document, id)?.get(AWAY) === true
}

/**
 * Whether of a record that was taken away nothing is left: no word, no memory of a merge, and not in
 * sight. A board that came back from a backup, or that an earlier Stip wrote on, may hold some.
 */
export function isWhollyAway(document: Y.Doc, id: RecordId): boolean {
  const map = recordMap(document, id)
  const stored = readRecord(document, id)
  if (map?.get(AWAY) !== true || stored === undefined) return false
  const blank = fieldsOf(withoutWords(stored.record))
  const isSilent = sameJson(
    { [TEXT]: EMPTY_RICH_TEXT, ...fieldsOf(stored.record) },
    {
      [TEXT]: EMPTY_RICH_TEXT,
      ...blank,
    },
  )
  return isSilent && map.get('gone') === true && !map.has('base')
}

/**
 * Takes a record away: what it said leaves the document, in every text and field, and it is gone.
 * Its map stays, so that who moves it or types in it just then does not make it anew. What
 * came back of it since is taken away again. Server only.
 *
 * @returns What stood there; undefined when nothing did, or when it was taken away before.
 */
export function takeAway(document: Y.Doc, id: RecordId): StoredRecord | undefined {
  const stored = readRecord(document, id)
  const map = recordMap(document, id)
  if (stored === undefined || map === undefined || isWhollyAway(document, id)) return undefined
  const wasAway = map.get(AWAY) === true
  document.transact(() => {
    map.set(AWAY, true)
    fill(map, withoutWords(stored.record))
    map.set('gone', true)
    // The words as they were merged.
    map.delete('base')
  })
  return wasAway ? undefined : stored
}

/** Brings back what was taken away, as it was then. Server only. */
export function bringBack(document: Y.Doc, { record, isGone, base }: StoredRecord): void {
  const map = recordMap(document, record.id)
  if (map?.get(AWAY) !== true) return
  document.transact(() => {
    map.delete(AWAY)
    fill(map, record)
    if (isGone) map.set('gone', true)
    if (base !== undefined) map.set('base', withPackedInk(base))
  })
}

/** Makes a map hold a record and nothing that it held before. */
function fill(map: RecordMap, record: BoardRecord): void {
  const { [TEXT]: text, ...fields } = fieldsOf(record)
  for (const key of map.keys()) {
    if (key !== TEXT && key !== CREATED && !serverKeys.has(key)) map.delete(key)
  }
  map.set(CREATED, { typeName: record.typeName, type: record.type, ...withPackedInk(fields) })
  const fragment = map.get(TEXT)
  if (!(fragment instanceof Y.XmlFragment)) return
  // All of it, so that no letter stays because it stands in both.
  fragment.delete(0, fragment.length)
  if (text !== undefined) writeRichText(fragment, text)
}

function withoutWords(record: BoardRecord): BoardRecord {
  const { richText: _, ...props } = record.props
  const blank = Object.fromEntries(wordy.filter((key) => key in props).map((key) => [key, '']))
  return {
    ...record,
    props: {
      ...props,
      ...blank,
      ...('segments' in props && { segments: DOT }),
      ...('assetId' in props && { assetId: null }),
      ...('src' in props && { src: null }),
    },
  }
}
