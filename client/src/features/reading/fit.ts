/**
 * How many lines words take, worked out without a screen: wall and console then cut what is too
 * much for one page in the same place. Rather one line too many than one too few.
 */
export function linesOf(words: string, fontSize: number, width: number): number {
  return words
    .split('\n')
    .map((line) => linesOfOne(line, width / fontSize))
    .reduce((sum, count) => sum + count, 0)
}

/** @param room - Width of a line, in letters as wide as they are high. */
function linesOfOne(line: string, room: number): number {
  let count = 1
  let used = 0
  for (const word of line.split(/\s+/)) {
    const width = widthOf(word)
    const gap = used === 0 ? 0 : space
    if (used + gap + width <= room) {
      used += gap + width
      continue
    }
    if (used > 0) count += 1
    // A word that is longer than a line is broken.
    const further = Math.max(0, Math.ceil(width / room) - 1)
    count += further
    used = Math.min(width, room)
  }
  return count
}

/** Widths of the letters that Stip is set in, semi-bold, as parts of their size. */
const space = 0.29
const narrow = /[ijl.,;:'’!|]/
const slim = /[ftrI1()\-"]/
const wide = /[mwMW@%—]/
const capital = /[\p{Lu}\d]/u

function widthOf(word: string): number {
  let width = 0
  for (const letter of word) {
    if (narrow.test(letter)) width += 0.29
    else if (slim.test(letter)) width += 0.41
    else if (wide.test(letter)) width += 0.9
    else if (capital.test(letter)) width += 0.69
    // Beyond the letters of Europe each may be as wide as it is high.
    else width += (letter.codePointAt(0) ?? 0) < 0x250 ? 0.57 : 1
  }
  return width
}
