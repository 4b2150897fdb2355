import * as Y from 'yjs'
import type { Gateway } from '../storing/gateway.ts'
import { roomLimits } from '../limits.ts'

/**
 * Reads updates into a document, yielding every few milliseconds.
 *
 * @param largeBytes - From here an update is read in parts.
 */
export function* loadInSteps(
  doc: Y.Doc,
  updates: readonly Uint8Array[],
  inParts: Gateway['inParts'],
  largeBytes: number = roomLimits.largeBytes,
): Generator<void> {
  for (const group of together(updates, largeBytes)) {
    const [first] = group
    const isLarge = first !== undefined && first.length >= largeBytes
    const parts = isLarge && inParts !== undefined ? yield* inParts(first, doc) : undefined
    for (const part of parts ?? [group]) {
      doc.transact(() => {
        for (const update of part instanceof Uint8Array ? [part] : part) Y.applyUpdate(doc, update)
      })
      yield
    }
  }
}

/** Updates that are read in one go: many small ones, or a large one by itself. */
function* together(
  updates: readonly Uint8Array[],
  largeBytes: number,
): Generator<readonly Uint8Array[]> {
  let group: Uint8Array[] = []
  let bytes = 0
  for (const update of updates) {
    if (group.length > 0 && bytes + update.length >= largeBytes) {
      yield group
      ;[group, bytes] = [[], 0]
    }
    group.push(update)
    bytes += update.length
  }
  if (group.length > 0) yield group
}
