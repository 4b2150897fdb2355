import bidiFactory from 'bidi-js'

const bidi = bidiFactory()
/** Letters that are read from right to left, and signs that make others so. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Whether something in a text is read from right to left. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text)
}

/**
 * The letters of one line of a paragraph from left to right, as they would stand on paper. So they
 * stand in every PDF, and readers turn what is read from right to left around again.
 */
export function visualOrder(paragraph: string, start: number, end: number): string {
  const line = paragraph.slice(start, end)
  if (!hasRightToLeft(paragraph)) return line
  const levels = bidi.getEmbeddingLevels(paragraph)
  return bidi.getReorderedString(paragraph, levels, start, end - 1).slice(start, end)
}
