/** A source of chance: every call gives a number from 0 up to, not including, 1. */
export type Random = () => number

/**
 * Chance that can be repeated: the same seed gives the same numbers.
 *
 * The algorithm is mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to
 * deal seats and to drive fuzz tests, and not for secrets.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number from 0 up to, not including, `limit`. */
export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit)
}

/** The same items in an order decided by chance (Fisher–Yates); the given list stays as it is. */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const deck = [...items]
  for (let last = deck.length - 1; last > 0; last--) {
    const other = below(random, last + 1)
    ;[deck[last], deck[other]] = [deck[other] as Item, deck[last] as Item]
  }
  return deck
}
