// Order keys are tldraw's: a whole number (a letter that says how many digits it has, and those digits
// in base 62), and perhaps a fraction behind it, so that there is always room for one more in between.

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * Longest order key that may be written. tldraw makes one of about 360 for something that is put
 * directly above the same thing two thousand times in a row; what is read is shorter.
 */
export const LONGEST_ORDER_KEY = 600

const shape = /^[B-Za-y][0-9A-Za-z]+$/

/**
 * Whether this is an order key that every version of tldraw takes, and can put something above and
 * below. Later versions mend what is none with random digits, each screen with its own.
 *
 * - The letter says how many digits the whole number has: `a` one, `b` two, … and `Z` one, `Y` two, …
 *   `z` and `A` are left out: beyond them versions count differently.
 * - The fraction behind it does not end in a zero.
 */
export function isOrderKey(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > LONGEST_ORDER_KEY || !shape.test(value)) {
    return false
  }
  const whole = wholeLength(value)
  return value.length === whole || (value.length > whole && !value.endsWith('0'))
}

/** The order key nearest to what was to be one: the same for everybody. */
export function orderKeyFrom(value: unknown): string {
  if (isOrderKey(value)) return value
  if (typeof value !== 'string' || !shape.test(value)) return 'a1'
  const whole = wholeLength(value)
  const key = value.slice(0, LONGEST_ORDER_KEY - 1).padEnd(whole, '0')
  // Behind the one without these zeros, as it was.
  return key.length > whole && key.endsWith('0') ? `${key}1` : key
}

/**
 * Order keys in rising order directly behind one, however many.
 *
 * @param before - An order key that all of them come before; undefined when nothing follows.
 */
export function orderKeysBehind(key: string, count: number, before?: string): readonly string[] {
  // Only a key that goes on from this one can stand closer behind it than any ending; more zeros
  // than it has bring us before it.
  const isNear = before !== undefined && before.startsWith(key)
  const zeros = isNear ? (/^0*/.exec(before.slice(key.length))?.[0].length ?? 0) + 1 : 0
  let width = 1
  while (digits.length ** width < count) width++
  return Array.from(
    { length: count },
    (_, place) => `${key}${'0'.repeat(zeros)}${inDigits(place, width)}V`,
  )
}

/** How long the whole number of a key is, the letter included. */
function wholeLength(key: string): number {
  const head = key.charCodeAt(0)
  return head >= 97 ? head - 97 + 2 : 90 - head + 2
}

function inDigits(value: number, width: number): string {
  let text = ''
  for (let rest = value; text.length < width; rest = Math.floor(rest / digits.length)) {
    text = (digits[rest % digits.length] ?? '0') + text
  }
  return text
}
