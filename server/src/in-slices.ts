import { setImmediate as othersFirst } from 'node:timers/promises'

/** After so many ms of work others are heard. */
const SLICE_MS = 6

/**
 * Does something for each of many, one after the other; whoever else is connected is heard in between.
 * Of a `Set` or `Map`, what goes meanwhile is passed over, and what comes has its turn.
 */
export async function eachInSlices<Item>(
  items: Iterable<Item>,
  work: (item: Item) => void,
): Promise<void> {
  let startedAt = performance.now()
  for (const item of items) {
    if (performance.now() - startedAt >= SLICE_MS) {
      // oxlint-disable-next-line no-await-in-loop
      await othersFirst()
      startedAt = performance.now()
    }
    work(item)
  }
}
