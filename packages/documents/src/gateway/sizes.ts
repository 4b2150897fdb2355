import * as Y from 'yjs'
import { recordMaps, TEXT } from '../layout.ts'
import type { RecordMap } from '../layout.ts'
import { isGone } from '../read-record.ts'
import type { Work } from './work.ts'
import { itemsIn } from './yjs-internals.ts'

/** Characters and elements in the text of a record; 0 for what carries none. */
export function textSize(map: RecordMap | undefined, work: Work): number {
  const text = map?.get(TEXT)
  return text instanceof Y.XmlFragment ? sizeOf(text, work) : 0
}

/** How many records of a board are not gone. Reads the whole board. */
export function countLive(document: Y.Doc): number {
  let count = 0
  for (const map of recordMaps(document).values()) if (!isGone(map)) count++
  return count
}

function sizeOf(parent: Y.XmlFragment, work: Work): number {
  let size = 0
  // What is gone still stands in the list, and is passed by.
  for (const item of itemsIn(parent)) {
    work.pass(1)
    if (item.deleted || !(item.content instanceof Y.ContentType)) continue
    size += 1
    const { type } = item.content
    if (type instanceof Y.XmlText) size += type.length
    else if (type instanceof Y.XmlElement) size += sizeOf(type, work)
  }
  return size
}
