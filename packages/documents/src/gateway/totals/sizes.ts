import * as Y from 'yjs'
import { TEXT } from '../../schema/layout.ts'
import type { RecordMap } from '../../schema/layout.ts'
import type { Work } from './work.ts'
import { itemsIn } from '../structs/yjs-internals.ts'

/** Characters and elements in the text of a record; 0 for what carries none. */
export function textSize(map: RecordMap | undefined, work: Work): number {
  const text = map?.get(TEXT)
  return text instanceof Y.XmlFragment ? sizeOf(text, work) : 0
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
