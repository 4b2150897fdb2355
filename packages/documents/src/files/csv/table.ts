import { cellsIn } from './cells.ts'
import type { Cells, Row } from './cells.ts'
import { headingsIn } from './headings.ts'
import type { Headings } from './headings.ts'

/** A text as a table. */
export interface Table {
  readonly rows: readonly Row[]
  readonly headings: Headings | undefined
  readonly separator: string
  /** Whether rows without headings are cut into cells; else a row is a line of words. */
  readonly isCut: boolean
}

const separators = [';', '\t', ',', '|'] as const

/** What is looked at to find the separator: as much as a board can show. Rows. */
const MOST_LOOKED_AT = 4001

/** Tells a spreadsheet which separator follows; it is no row. */
const SEPARATOR_LINE = /^\s*"?sep=(?<separator>[^\n])"?[;,|\t ]*(?:\n|$)/i

/**
 * Finds the separator that explains the whole table best: first the one under which most headings
 * are known words, then the one that leaves no quotes over, then the one that gives most rows
 * the same number of cells.
 */
export function tableIn(text: string): Table {
  const told = SEPARATOR_LINE.exec(text)
  const body = told === null ? text : text.slice(told[0].length)
  const named = told?.groups?.['separator']
  const first = named === undefined || named === '"' ? [] : [named]
  const guesses = [...new Set([...first, ...separators])].map((separator) =>
    guessOf(body, separator),
  )
  const [best] = guesses.toSorted(
    (one, other) =>
      other.known - one.known ||
      one.strayQuotes - other.strayQuotes ||
      // The file itself says so.
      Number(other.separator === named) - Number(one.separator === named) ||
      other.evenness - one.evenness,
  )
  const separator = best?.separator ?? ';'
  const { rows } = cellsIn(body, separator)
  const headings = headingsIn(rows.map(({ cells }) => cells))
  return { rows, headings, separator, isCut: isCut(rows, separator) }
}

function guessOf(text: string, separator: string) {
  const { rows, strayQuotes } = cellsIn(text, separator, MOST_LOOKED_AT)
  const headings = headingsIn(rows.map(({ cells }) => cells))
  return { separator, strayQuotes, known: headings?.known ?? 0, evenness: evennessOf(rows) }
}

/** The share of rows that have the most usual number of cells; 0 when that is one. */
function evennessOf(rows: Cells['rows']): number {
  const counts = new Map<number, number>()
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  const [usual = [1, 0]] = [...counts].toSorted(([, one], [, other]) => other - one)
  return usual[0] === 1 ? 0 : usual[1] / rows.length
}

/** Commas and semicolons with a blank behind them are how one writes, and no table. */
function isCut(rows: Cells['rows'], separator: string): boolean {
  if (separator === '\t') return true
  const isEven = evennessOf(rows) === 1
  const isWritten = rows.some(({ isSpaced }) => isSpaced)
  if (separator === ';') return !isWritten || isEven
  // Commas between words without quotes may be part of them.
  if (separator === ',') return isEven && !isWritten && rows.some(({ isQuoted }) => isQuoted)
  return isEven
}
