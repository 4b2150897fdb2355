const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Longer than any that people make; a longer one is not built upon. Characters. */
const LONGEST = 100

/** Before every index that follows. */
export const LOWEST_INDEX = 'a0'

/**
 * Whether this is a fractional index: a head letter that says how many digits the whole part has,
 * and a fraction that ends in no zero.
 */
export function isIndex(index: unknown): index is string {
  if (
    typeof index !== 'string' ||
    index.length > LONGEST ||
    !/^[D-Za-e][0-9A-Za-z]*$/.test(index)
  ) {
    return false
  }
  const whole = wholeLength(index)
  return index.length >= whole && (index.length === whole || !index.endsWith('0'))
}

/**
 * Indexes (order keys [O40]) in rising order behind one. They are whole ones, so that they
 * stay short however many files are put on a board one after the other.
 */
export function indexesBehind(index: string, count: number): readonly string[] {
  const indexes: string[] = []
  let last = isIndex(index) ? index.slice(0, wholeLength(index)) : LOWEST_INDEX
  for (let made = 0; made < count; made++) {
    last = next(last)
    indexes.push(last)
  }
  return indexes
}

/** `a` has one digit, `b` two; before those `Z` has one, `Y` two. */
function wholeLength(index: string): number {
  const head = index.charCodeAt(0)
  const [a, Z] = [97, 90]
  return head >= a ? head - a + 2 : Z - head + 2
}

/** The next whole index; behind `az` comes `b00`. */
function next(whole: string): string {
  const head = whole.charAt(0)
  const places = Array.from(whole.slice(1), (digit) => digits.indexOf(digit))
  for (let at = places.length - 1; at >= 0; at--) {
    const value = (places[at] ?? 0) + 1
    places[at] = value % digits.length
    if (value < digits.length) return head + written(places)
  }
  // All of them were the last digit: one more from `a` on, one less before it.
  if (head === 'Z') return LOWEST_INDEX
  const following = String.fromCharCode(head.charCodeAt(0) + 1)
  return following + written(head >= 'a' ? [...places, 0] : places.slice(1))
}

function written(places: readonly number[]): string {
  return places.map((place) => digits.charAt(place)).join('')
}
