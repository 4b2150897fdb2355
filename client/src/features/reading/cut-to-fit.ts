/** Stands where words go on, on this page and on the next. */
const FURTHER = '…'

/**
 * Cuts words into parts of at most so many lines, between words where that can be; what is cut says
 * so. Nothing is left out.
 *
 * @param linesOf - How many lines words take.
 */
export function cutToFit(
  words: string,
  most: number,
  linesOf: (words: string) => number,
): readonly string[] {
  const parts: string[] = []
  let rest = words
  while (linesOf(rest) > most) {
    const at = cutAt(
      rest,
      (length) => linesOf(`${rest.slice(0, length).trimEnd()} ${FURTHER}`) <= most,
    )
    parts.push(`${rest.slice(0, at).trimEnd()} ${FURTHER}`)
    rest = `${FURTHER} ${rest.slice(at).trimStart()}`
  }
  return [...parts, rest]
}

/** Where the longest beginning that fits ends: behind a word, else within one, but behind something. */
function cutAt(words: string, fits: (length: number) => boolean): number {
  let [low, high] = [0, words.length]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle
  }
  // Past the sign that says it goes on, at least a letter, and never through one of two halves.
  const least = words.startsWith(`${FURTHER} `) ? 3 : 1
  const space = words.lastIndexOf(' ', low)
  const at = Math.max(least, space >= least ? space : low)
  const isHalf = /[\uD800-\uDBFF]/.test(words.charAt(at - 1))
  return isHalf ? at + 1 : at
}
