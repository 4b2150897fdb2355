import type { TLStore } from 'tldraw'

const stores = new WeakSet<TLStore>()

/**
 * Shows to a store what others did. While it runs, nothing is worked out anew: whoever made a
 * change also wrote what follows from it, and twelve screens repeating that would never be silent.
 */
export function applyRemote(store: TLStore, change: () => void): void {
  stores.add(store)
  try {
    store.mergeRemoteChanges(change)
  } finally {
    stores.delete(store)
  }
}

/** Whether the change that is being made now came from somebody else. */
export function isApplyingRemote(store: TLStore): boolean {
  return stores.has(store)
}
