/** Signs with which a spreadsheet begins a formula; other forms of them (＝, ⁺, ﹣) come down to these. */
const FORMULA_SIGNS = '=+-@\u2212'

/** What a spreadsheet may pass over before it sees one: blanks, marks and letters without width. */
const PASSED_OVER = /^[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]+/u

/**
 * Whether a spreadsheet could take a text for a formula: a sign in front, in any width, behind
 * anything that one does not see, or a tab or line end in front. Apostrophes before it do not
 * count, so that what `asSafeCell` made is told from what had an apostrophe of its own.
 */
function isLikeFormula(text: string): boolean {
  const bare = text.replace(/^'+/, '')
  if (/^[\t\r\n]/.test(bare)) return true
  const first = Array.from(bare.replace(PASSED_OVER, '').slice(0, 2))[0] ?? ''
  const plain = first.normalize('NFKC').charAt(0)
  return plain !== '' && FORMULA_SIGNS.includes(plain)
}

/** A text that every spreadsheet takes for words. */
export function asSafeCell(text: string): string {
  return isLikeFormula(text) ? `'${text}` : text
}

/** The text that `asSafeCell` was given. */
export function fromSafeCell(cell: string): string {
  return cell.startsWith("'") && isLikeFormula(cell) ? cell.slice(1) : cell
}

/**
 * Whether a cell stands in quotes: a spreadsheet that was set for another separator would else cut
 * a text in two, and take the second half for a formula.
 */
export function needsQuotes(cell: unknown): boolean {
  return typeof cell === 'string' && (cell.startsWith("'") || /[,;|\t\r\n"]|^\s|\s$/.test(cell))
}
