/** A source of chance that can be repeated: whole numbers from 0 up to, not including, `limit`. */
export type Chance = (limit: number) => number

/** The same seed gives the same numbers. */
export function chanceFrom(seed: number): Chance {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    // The lowest bits of such a row repeat soon.
    return (state >>> 8) % limit
  }
}

export function pick<Item>(items: readonly Item[], chance: Chance): Item {
  const item = items[chance(items.length)]
  if (item === undefined) throw new Error('There is nothing to choose from.')
  return item
}
