import type { RecordId } from '@stip/primitives'
import type * as Y from 'yjs'

/** The records that a transaction changed, from what `observeDeep` of the map of records tells. */
export function recordsIn(
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
): ReadonlySet<RecordId> {
  const ids = new Set<RecordId>()
  for (const event of events) {
    const [id] = event.path
    if (typeof id === 'string') ids.add(id)
    else for (const key of event.changes.keys.keys()) ids.add(key)
  }
  return ids
}
