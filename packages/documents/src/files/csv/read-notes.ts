import { COORDINATE_LIMIT } from '../../schema/coordinates.ts'
import { limits } from '../../schema/limits.ts'
import { refuseFile } from '../board-import.ts'
import type { BoardImport, FileOutcome, ReaderOptions } from '../board-import.ts'
import { isTooLong } from '../imported-words.ts'
import { notesAsRecords } from '../note-block.ts'
import type { NewNote } from '../note-block.ts'
import { Remarks } from '../remarks.ts'
import { textOfFile } from '../text-of-file.ts'
import type { Row } from './cells.ts'
import { colorNamed } from './colors.ts'
import { ownColumns } from './columns.ts'
import type { Column, Headings } from './headings.ts'
import { headingKey } from './headings.ts'
import { fromSafeCell } from './safe-cell.ts'
import { tableIn } from './table.ts'
import type { Table } from './table.ts'

/** A table with this many rows is none that a board can show. */
const MOST_ROWS = limits.fileShapes + 1

/**
 * Reads a table of notes, as this board writes it, as a spreadsheet does, or as other whiteboards,
 * forms and consultations export it: with any usual separator, line end and encoding. Without
 * headings all that stands in a row comes on one note, and commas are part of the words. What does
 * not come along is told in remarks.
 */
export function readNotesFile(
  bytes: Uint8Array,
  options: Pick<ReaderOptions, 'newId'>,
): FileOutcome<BoardImport> {
  if (bytes.byteLength > limits.fileBytes) return refuseFile('too-large')
  const text = textOfFile(bytes)
  if (text === undefined) return refuseFile('not-readable')
  const table = tableIn(text)
  const remarks = new Remarks()
  const body = bodyOf(table, remarks)
  if (body.length >= MOST_ROWS) return refuseFile('too-many', body.length)
  const notes = body.map((row) => noteIn(row, table, remarks))
  const written = notes.filter(({ text: words }) => words.trim() !== '')
  if (written.length === 0) return refuseFile('empty')
  tellColumns(table, body, remarks)
  const leftOut = notes.length - written.length
  remarks.add('rows-without-words', leftOut)
  remarks.add('long-texts', written.filter((note) => isTooLong(note.text)).length)
  const records = notesAsRecords(written, options)
  const isBlock = written.some(({ place }) => place === undefined)
  return { ok: true, value: { records, images: [], leftOut, isBlock, remarks: remarks.list() } }
}

/** The rows that are about notes: behind the headings, and no second time the headings. */
function bodyOf({ rows, headings }: Table, remarks: Remarks): readonly Row[] {
  if (headings === undefined) return rows
  const keys = keyOf(rows[headings.row])
  const body = rows.slice(headings.row + 1)
  const notes = body.filter((row) => keyOf(row) !== keys)
  remarks.add('rows-above-headings', headings.row)
  remarks.add('repeated-headings', body.length - notes.length)
  return notes
}

function keyOf(row: Row | undefined): string {
  return JSON.stringify(row?.cells.map(headingKey))
}

function noteIn(row: Row, table: Table, remarks: Remarks): NewNote {
  const { headings } = table
  if (headings === undefined) return { text: withoutHeadings(row, table) }
  const names = table.rows[headings.row]?.cells ?? []
  if (names.length === 1) return { text: cleaned(lineIn(row, table.separator)) }
  const cells = fitted(row.cells, headings, names.length, table.separator)
  remarks.add('surplus-cells', cells.slice(names.length).filter(isWritten).length)
  const isOwn = names.join() === ownColumns.join()
  const [name, text] = [cellsOf('title', cells, headings), cellsOf('text', cells, headings)]
  const cell = (column: Column): string => cellsOf(column, cells, headings)[0]?.trim() ?? ''
  const color = colorNamed(cell('color'))
  if (color === undefined && cell('color') !== '') remarks.add('unknown-colors', 1)
  const [x, y] = [coordinate(cell('x')), coordinate(cell('y'))]
  // What a board wrote itself comes back letter by letter.
  const words = isOwn ? fromSafeCell(text[0] ?? '') : [...name, ...text].map(cleaned)
  return {
    text: typeof words === 'string' ? words : [...new Set(words)].filter(isWritten).join('\n'),
    isKeyCard: /^(?:ja|x|1|waar|true)$/i.test(cell('keyCard')),
    ...(color !== undefined && { color }),
    ...(x !== undefined && y !== undefined && { place: { x, y } }),
  }
}

function cellsOf(column: Column, cells: readonly string[], headings: Headings): readonly string[] {
  return [...headings.columns].flatMap(([place, found]) =>
    found === column ? [cells[place] ?? ''] : [],
  )
}

function withoutHeadings(row: Row, { isCut, separator }: Table): string {
  if (!isCut) return cleaned(lineIn(row, separator))
  return row.cells.map(cleaned).filter(isWritten).join('\n')
}

/** A row as one line of words: without the quotes around all of it, else as it stands. */
function lineIn({ cells, raw, isSpaced }: Row, separator: string): string {
  if (cells.length === 1) return cells[0] ?? ''
  return isSpaced ? raw : cells.join(separator)
}

/**
 * Cells under their headings. With more cells than headings somebody wrote the separator in
 * the words without quotes: the words take as many cells as it needs for a colour and a place to be
 * one again. Where that is no help, the surplus stays at the end.
 */
function fitted(
  cells: readonly string[],
  headings: Headings,
  width: number,
  separator: string,
): readonly string[] {
  const last = cells.findLastIndex(isWritten) + 1
  const place = [...headings.columns].find(([, column]) => column === 'text')?.[0]
  if (place === undefined) return cells
  // Fewer cells than it seems: behind the words there is a blank, and what does not fit there.
  const isSentence = cells[place + 1]?.startsWith(' ') === true && misfits(cells, headings) > 0
  const surplus = Math.max(last - width, isSentence ? 1 : 0)
  if (surplus <= 0) return cells
  const joined = [
    ...cells.slice(0, place),
    cells.slice(place, place + surplus + 1).join(separator),
    ...cells.slice(place + surplus + 1, last),
  ]
  // Behind the last column there is nothing that the surplus could be but words.
  if (place === width - 1) return joined
  const isBetter = misfits(joined, headings) <= misfits(cells, headings)
  return isBetter && !isSound(cells, headings) ? joined : cells
}

/** How many cells are not what their heading says. */
function misfits(cells: readonly string[], { columns }: Headings): number {
  return [...columns].filter(([place, column]) => {
    const cell = (cells[place] ?? '').trim()
    if (cell === '') return false
    if (column === 'color') return colorNamed(cell) === undefined
    return (column === 'x' || column === 'y') && coordinate(cell) === undefined
  }).length
}

/** Whether a colour or a place shows that every cell stands where it should. */
function isSound(cells: readonly string[], headings: Headings): boolean {
  const shows = [...headings.columns].some(
    ([place, column]) => (column === 'color' || column === 'x') && isWritten(cells[place] ?? ''),
  )
  return shows && misfits(cells, headings) === 0
}

/** Words without blanks around them, and without what keeps a spreadsheet from calculating. */
function cleaned(cell: string): string {
  const words = cell.trim()
  const wrapped = /^="(?<words>.*)"$/s.exec(words)?.groups?.['words']
  return wrapped === undefined ? fromSafeCell(words).trim() : wrapped.replaceAll('""', '"').trim()
}

function isWritten(cell: string): boolean {
  return cell.trim() !== ''
}

/** A number in Dutch or English: the last of a dot and a comma is the decimal sign. */
function coordinate(text: string): number | undefined {
  const plain = text.replace(/^'/, '')
  const isDutch = plain.lastIndexOf(',') > plain.lastIndexOf('.')
  const english = isDutch ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', '')
  const number = english === '' ? Number.NaN : Number(english)
  return Math.abs(number) <= COORDINATE_LIMIT / 2 ? number : undefined
}

/** Columns that hold something and have no place on a note; of our own tables one knows that. */
function tellColumns({ rows, headings }: Table, body: readonly Row[], remarks: Remarks): void {
  const names = headings === undefined ? [] : (rows[headings.row]?.cells ?? [])
  if (headings === undefined || names.length === 1 || names.join() === ownColumns.join()) return
  for (const [place, name] of names.entries()) {
    const isLost =
      !headings.columns.has(place) && body.some(({ cells }) => isWritten(cells[place] ?? ''))
    if (isLost) remarks.add('columns', 1, name.trim() || `${place + 1}`)
  }
}
