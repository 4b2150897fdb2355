import type { Fields } from '../record.ts'

const SIDE = 200
/** The size of letters on a new note. */
export const NOTE_SIZE = 'l'
const PADDING = 16
/** Height of letters by the size that a note says it has, as on the canvas. */
const fontSizes: Readonly<Record<string, number>> = { s: 18, m: 22, l: 26, xl: 32 }
const LINE_HEIGHT = 1.35
/** Width of a letter as part of its height, on the safe side. */
const LETTER = 0.54

/**
 * How a note fits its words, for who writes on it without seeing it: the canvas works this out
 * for the one who types there, and others take it over. It grows; letters are equally large on all
 * notes, and long words are broken. Estimated, and measured again as soon as somebody types on the canvas.
 */
export function noteFit(words: string, size: unknown = NOTE_SIZE): Fields {
  const fontSize = fontSizes[String(size)] ?? 26
  const inner = SIDE - 2 * PADDING
  const perLine = Math.max(1, Math.floor(inner / (fontSize * LETTER)))
  const lines = words.split('\n').reduce((sum, line) => sum + linesOf(line, perLine), 0)
  const height = lines * fontSize * LINE_HEIGHT + 2 * PADDING
  return {
    'p.growY': Math.max(0, Math.ceil(height - SIDE)),
    'p.fontSizeAdjustment': words.trim() === '' ? 0 : fontSize,
  }
}

/** Lines that words take when they are broken between words, and inside those that are too long. */
function linesOf(line: string, perLine: number): number {
  let [count, used] = [1, 0]
  for (const word of line.split(' ')) {
    const length = word.length
    if (used > 0 && used + 1 + length > perLine) {
      count++
      used = 0
    }
    used += (used > 0 ? 1 : 0) + length
    while (used > perLine) {
      count++
      used -= perLine
    }
  }
  return count
}
