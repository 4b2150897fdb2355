// Whose hand wrote what only stands inside Yjs: in the ids of its items.
/* oxlint-disable no-underscore-dangle */
import { COPY_OF } from '@stip/board'
import type { BoardId, RecordId } from '@stip/primitives'
import * as Y from 'yjs'
import { CREATED, recordMaps } from '../schema/layout.ts'
import { createdFields } from '../record/read-record.ts'

/** Somebody says that a record is a copy. */
export interface CopyClaim {
  readonly id: RecordId
  /** What it was copied from. */
  readonly board: BoardId
  readonly record: RecordId
  /** The Yjs client id that made the copy; whose it is, the room knows. */
  readonly client: number
}

/** What is said to be a copy, and was not judged yet: the server gives such records sources, or none. */
export function copyClaims(document: Y.Doc): readonly CopyClaim[] {
  const found: CopyClaim[] = []
  recordMaps(document).forEach((map, id) => {
    if (!(map instanceof Y.Map) || map.has('sources')) return
    // As it was made: what somebody says of it later is no copying.
    const name = createdFields(map)?.[`m.${COPY_OF}`]
    const item = map._map.get(CREATED)
    if (typeof name !== 'string' || item === undefined) return
    const slash = name.indexOf('/')
    const [board, record] = [name.slice(0, slash), name.slice(slash + 1)]
    found.push({ id, board, record, client: item.id.client })
  })
  return found
}
