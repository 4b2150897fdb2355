/**
 * How many lines words take, worked out without a screen: wall and console then cut what is too
 * much for one page in the same place. Rather one line too many than one too few.
 *
 * @param fontSize - In the same unit as `width`.
 */
export function linesOf(
  words: string,
  fontSize: number,
  width: number,
  weight: Weight = 'semi-bold',
): number {
  const room = width / (fontSize * (weight === 'regular' ? slimmer : 1))
  return words
    .split('\n')
    .map((line) => linesOfOne(line, room))
    .reduce((sum, count) => sum + count, 0)
}

type Weight = 'regular' | 'semi-bold'

/** Width of words on one line, in letters as wide as they are high. */
export function widthOf(words: string): number {
  let width = 0
  for (const letter of words) width += widthOfLetter(letter)
  return width
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
    count += Math.max(0, Math.ceil(width / room) - 1)
    used = Math.min(width, room)
  }
  return count
}

/** Widths of the semi-bold letters that Stip is set in, in hundredths of their size. */
const small = [
  54, 59, 50, 59, 55, 35, 58, 56, 28, 25, 54, 30, 87, 56, 57, 59, 59, 37, 50, 36, 56, 51, 72, 52,
  50, 49,
]
const space = 0.3
/** How much slimmer regular letters are, at the least. */
const slimmer = 0.97

function widthOfLetter(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  const known = small[code - 97]
  if (known !== undefined) return known / 100
  if (letter === ' ') return space
  if (/[.,;:!|'’‘“”"()]/.test(letter)) return 0.32
  if (/[MW…—]/.test(letter)) return 0.88
  if (/[\p{Lu}]/u.test(letter)) return 0.71
  if (code < 0x250) return 0.6
  // Beyond the letters of Europe each may be as wide as it is high.
  return 1
}
