import * as Y from 'yjs'

/**
 * What a document consists of, as bytes: how far every client is, and what was deleted. Two
 * documents that stand the same are the same document.
 */
export function standingOf(doc: Y.Doc): Uint8Array {
  return Y.encodeSnapshot(Y.snapshot(doc))
}

/**
 * Whether a document has everything of another one: every struct and every deletion.
 *
 * @param has - Of the one that should have it all.
 */
export function covers(has: Y.Snapshot, wanted: Y.Snapshot): boolean {
  for (const [client, clock] of wanted.sv) {
    if ((has.sv.get(client) ?? 0) < clock) return false
  }
  for (const [client, ranges] of wanted.ds.clients) {
    const own = has.ds.clients.get(client) ?? []
    if (!ranges.every(({ clock, len }) => isWithin(own, clock, clock + len))) return false
  }
  return true
}

/** Ranges of a snapshot are in order and do not touch. */
function isWithin(
  ranges: readonly { readonly clock: number; readonly len: number }[],
  start: number,
  end: number,
): boolean {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ranges[middle]?.clock ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const range = ranges[low - 1]
  return range !== undefined && end <= range.clock + range.len
}
