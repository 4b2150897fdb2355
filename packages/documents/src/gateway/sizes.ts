import * as Y from 'yjs'
import { recordMaps, TEXT } from '../layout.ts'
import type { RecordMap } from '../layout.ts'
import { isGone } from '../read-record.ts'

/** Characters and elements in the text of a record; 0 for what carries none. */
export function textSize(map: RecordMap | undefined): number {
  const text = map?.get(TEXT)
  return text instanceof Y.XmlFragment ? sizeOf(text) : 0
}

/** How many records of a board are not gone. Reads the whole board. */
export function countLive(document: Y.Doc): number {
  let count = 0
  for (const map of recordMaps(document).values()) if (!isGone(map)) count++
  return count
}

function sizeOf(parent: Y.XmlFragment): number {
  let size = 0
  for (const child of parent.toArray()) {
    size += 1
    if (child instanceof Y.XmlText) size += child.length
    else if (child instanceof Y.XmlElement) size += sizeOf(child)
  }
  return size
}
