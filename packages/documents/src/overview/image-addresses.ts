import * as Y from 'yjs'
import { ADDRESS, recordMaps } from '../schema/layout.ts'
import { createdFields } from '../record/read-record.ts'

/** The addresses of all images that a board holds, also of those that somebody threw away: they may come back. */
export function imageAddresses(document: Y.Doc): ReadonlySet<string> {
  const found = new Set<string>()
  recordMaps(document).forEach((map, id) => {
    if (!id.startsWith('asset:') || !(map instanceof Y.Map)) return
    for (const address of [map.get(ADDRESS), createdFields(map)?.[ADDRESS]]) {
      if (typeof address === 'string') found.add(address)
    }
  })
  return found
}
