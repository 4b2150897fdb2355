import type { RecordId } from '@stip/primitives'
import * as Y from 'yjs'

/** The records that a transaction changed, from what `observeDeep` of the map of records tells. */
export function recordsIn(
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
): ReadonlySet<RecordId> {
  const ids = new Set<RecordId>()
  for (const event of events) {
    const [id] = event.path
    if (typeof id === 'string') ids.add(id)
    // All that Yjs names; to work out what became of each takes as long as reading them.
    else if (event instanceof Y.YMapEvent) for (const key of event.keysChanged) ids.add(key)
  }
  return ids
}

/** Of those, the records of which nothing changed but the place. */
export function onlyMovedIn(
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
): ReadonlySet<RecordId> {
  const moved = new Set<RecordId>()
  const changed = new Set<RecordId>()
  for (const event of events) {
    const [id, ...inside] = event.path
    if (typeof id !== 'string') continue
    const isMove =
      inside.length === 0 &&
      event instanceof Y.YMapEvent &&
      event.keysChanged.size === 1 &&
      event.keysChanged.has('xy')
    if (isMove) moved.add(id)
    else changed.add(id)
  }
  for (const id of changed) moved.delete(id)
  return moved
}
