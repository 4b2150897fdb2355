/** One row of a table. */
export interface Row {
  readonly cells: readonly string[]
  /** As it stood in the file. */
  readonly raw: string
  /** Whether a separator has a blank behind it, as in a sentence. */
  readonly isSpaced: boolean
  /** Whether a cell stood in quotes. */
  readonly isQuoted: boolean
}

/** A text cut into cells. */
export interface Cells {
  readonly rows: readonly Row[]
  /** Quotes that opened a cell and were not closed in a way that fits: they are part of the words. */
  readonly strayQuotes: number
}

/**
 * Cuts a text with `\n` as line end into cells, as RFC 4180 has it, and further for what people
 * make: blanks around quotes are allowed, and a quote that is never closed, or closed in the
 * middle of a word, is a letter like any other. So it never swallows the rows behind it, which is
 * why this is not left to Papa Parse. Rows without any letter are left out.
 *
 * The work is in proportion to the text: a search for a closing quote ends at the first that
 * stands alone, and no later search passes over the same one.
 *
 * @param mostRows - No more rows than this are read.
 */
export function cellsIn(text: string, separator: string, mostRows = Infinity): Cells {
  const rows: Row[] = []
  let [at, strayQuotes] = [0, 0]
  while (at < text.length && rows.length < mostRows) {
    const start = at
    const cells: string[] = []
    let [isSpaced, isQuoted] = [false, false]
    for (;;) {
      if (cells.length > 0 && text[at] === ' ') isSpaced = true
      const cell = quotedCell(text, at, separator) ?? plainCell(text, at, separator)
      if (!cell.isQuoted && isQuoteFirst(text, at, cell.end)) strayQuotes++
      if (cell.isQuoted) isQuoted = true
      cells.push(cell.words)
      at = cell.end + 1
      if (cell.end >= text.length || text[cell.end] === '\n') break
    }
    if (cells.some((cell) => cell.trim() !== '')) {
      rows.push({ cells, raw: text.slice(start, at - 1), isSpaced, isQuoted })
    }
  }
  return { rows, strayQuotes }
}

interface FoundCell {
  readonly words: string
  /** Where the separator, the line end, or the end of the text is. */
  readonly end: number
  readonly isQuoted: boolean
}

/** Undefined when there is no quoted cell here. */
function quotedCell(text: string, from: number, separator: string): FoundCell | undefined {
  const open = behindBlanks(text, from, separator)
  if (text[open] !== '"') return undefined
  let at = open + 1
  for (;;) {
    at = text.indexOf('"', at)
    if (at < 0) return undefined
    if (text[at + 1] !== '"') break
    at += 2
  }
  const end = behindBlanks(text, at + 1, separator)
  const isEnd = end >= text.length || text[end] === '\n' || text.startsWith(separator, end)
  if (!isEnd) return undefined
  return { words: text.slice(open + 1, at).replaceAll('""', '"'), end, isQuoted: true }
}

function plainCell(text: string, from: number, separator: string): FoundCell {
  let end = from
  while (end < text.length && text[end] !== '\n' && text[end] !== separator) end++
  return { words: text.slice(from, end), end, isQuoted: false }
}

function behindBlanks(text: string, from: number, separator: string): number {
  let at = from
  while (text[at] !== separator && (text[at] === ' ' || text[at] === '\t')) at++
  return at
}

function isQuoteFirst(text: string, from: number, end: number): boolean {
  return text
    .slice(from, Math.min(end, from + 20))
    .trimStart()
    .startsWith('"')
}
