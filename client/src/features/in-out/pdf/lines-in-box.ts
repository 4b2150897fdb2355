/** Letters have one width here, in parts of their size; a line is stretched to where its words stand. */
export const LETTER_WIDTH = 0.5
/** From line to line, in parts of the size of the letters. */
export const LINE_HEIGHT = 1.2
/** Where letters stand in their line, from its top, in parts of their size. */
const BASELINE = 0.95
/** Smaller than this no reader can point at, in points. */
const SMALLEST = 1
const SMALLEST_BOX = 4
/** About what a note has on a line: so few lines break that words which belong together are found. */
const LETTERS_ON_LINE = 24

interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** One line of a text: where it stands, and which part of its paragraph it is. */
export interface LineInBox {
  readonly paragraph: string
  readonly start: number
  /** Just behind the last letter. */
  readonly end: number
  readonly x: number
  readonly baseline: number
  readonly size: number
  /** How much narrower than usual its letters are, so that it fits: 1 or less. */
  readonly stretch: number
}

/**
 * Breaks a text into lines in the box in which it stands, about as a note breaks them. No word is
 * left out or broken, however small the box: letters get smaller, and narrower.
 */
export function linesInBox(text: string, { x, y, w, h }: Box): readonly LineInBox[] {
  const [width, height] = [Math.max(w, SMALLEST_BOX), Math.max(h, SMALLEST_BOX)]
  const room = Math.sqrt((width * height) / (LETTER_WIDTH * LINE_HEIGHT * Math.max(1, text.length)))
  const paragraphs = text.split('\n')
  const longest = Math.max(1, ...paragraphs.map(({ length }) => length))
  const usual = width / (Math.min(LETTERS_ON_LINE, longest) * LETTER_WIDTH)
  const wanted = Math.min(height / LINE_HEIGHT, room, usual)
  const letters = Math.max(1, Math.floor(width / (wanted * LETTER_WIDTH) + 0.01))
  const lines = paragraphs.flatMap((paragraph) =>
    brokenAt(paragraph, letters).map((part) => ({ paragraph, ...part })),
  )
  const size = Math.max(SMALLEST, Math.min(wanted, height / (lines.length * LINE_HEIGHT)))
  return lines.map((line, number) => ({
    ...line,
    x,
    baseline: y + (number * LINE_HEIGHT + BASELINE) * size,
    size,
    stretch: Math.min(1, width / ((line.end - line.start) * LETTER_WIDTH * size)),
  }))
}

/** Parts of at most so many letters, each with the blank behind it: readers see words by it. */
function brokenAt(paragraph: string, letters: number): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = []
  let start = 0
  let end = 0
  for (const { index, 0: word } of paragraph.matchAll(/\S+\s*/g)) {
    if (end > start && index + word.trimEnd().length - start > letters) {
      lines.push({ start, end })
      start = index
    }
    end = index + word.length
  }
  return end > start ? [...lines, { start, end }] : lines
}
