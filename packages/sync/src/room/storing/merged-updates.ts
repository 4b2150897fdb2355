import * as Y from 'yjs'

/**
 * Updates that are put together at once. Yjs sorts all of them anew for each piece that it writes, so
 * thousands at once take the square of their number.
 */
const MOST_AT_ONCE = 16

/** Many updates as one, in as many rounds as that takes. */
export function mergedUpdates(
  updates: readonly Uint8Array[],
  merge: (few: Uint8Array[]) => Uint8Array = Y.mergeUpdates,
): Uint8Array {
  let rest = [...updates]
  while (rest.length > MOST_AT_ONCE) {
    const fewer: Uint8Array[] = []
    for (let from = 0; from < rest.length; from += MOST_AT_ONCE) {
      fewer.push(merge(rest.slice(from, from + MOST_AT_ONCE)))
    }
    rest = fewer
  }
  return merge(rest)
}

/** Several updates as one; undefined when there are none. */
export function inOneUpdate(updates: readonly Uint8Array[]): Uint8Array | undefined {
  return updates.length > 1 ? mergedUpdates(updates) : updates[0]
}
