import type { Bounds } from '../shape-size.ts'

/**
 * Sorts things as one reads them: row by row from the top, and in a row from the left. A row is
 * what begins above the middle of its first thing. Ids settle what is left, so that everybody
 * reads in the same order.
 */
export function inReadingOrder<Thing>(
  things: readonly Thing[],
  placeOf: (thing: Thing) => Bounds,
  idOf: (thing: Thing) => string,
): readonly Thing[] {
  const fromTop = things.toSorted(
    (one, other) =>
      placeOf(one).y - placeOf(other).y ||
      placeOf(one).x - placeOf(other).x ||
      (idOf(one) < idOf(other) ? -1 : 1),
  )
  const rows: Thing[][] = []
  let middle = -Infinity
  for (const thing of fromTop) {
    const { y, h } = placeOf(thing)
    const row = rows.at(-1)
    if (row === undefined || y >= middle) {
      rows.push([thing])
      middle = y + Math.max(h / 2, 1)
    } else row.push(thing)
  }
  return rows.flatMap((row) =>
    row.toSorted(
      (one, other) => placeOf(one).x - placeOf(other).x || (idOf(one) < idOf(other) ? -1 : 1),
    ),
  )
}
