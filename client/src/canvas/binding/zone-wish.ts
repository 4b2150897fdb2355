import type { RecordId } from '@stip/primitives'
import type { TLStore } from 'tldraw'

const wishes = new WeakMap<TLStore, Map<RecordId, RecordId>>()

/** What is made or moved next belongs to this zone, also where that has to grow for it first. */
export function wishZone(store: TLStore, id: RecordId, zone: RecordId): void {
  const known = wishes.get(store) ?? new Map<RecordId, RecordId>()
  wishes.set(store, known.set(id, zone))
}

/** The zone that something was meant for, once. */
export function takeZoneWish(store: TLStore, id: RecordId): RecordId | undefined {
  const zone = wishes.get(store)?.get(id)
  wishes.get(store)?.delete(id)
  return zone
}
