import Papa from 'papaparse'
import { COORDINATE_LIMIT } from '../../coordinates.ts'
import { limits } from '../../limits.ts'
import { refuseFile } from '../board-import.ts'
import type { BoardImport, FileOutcome, ReaderOptions } from '../board-import.ts'
import { notesAsRecords } from '../note-block.ts'
import type { NewNote } from '../note-block.ts'
import { colorNamed } from './colors.ts'

/** Words above a column that say what is in it. Lower case. */
const headings = {
  text: ['tekst', 'text', 'briefje', 'briefjes', 'notitie', 'note', 'inhoud', 'omschrijving'],
  color: ['kleur', 'color', 'colour'],
  keyCard: ['hoofdpunt'],
  x: ['x'],
  y: ['y'],
} as const

type Column = keyof typeof headings

/** A table with this many rows is none that a board can show, and not worth reading on. */
const MOST_ROWS = limits.fileShapes + 1

/**
 * Reads a table of notes, as this board writes it or as a spreadsheet does: with semicolons, commas
 * or tabs, in UTF-8 or in the letters of older Windows. Without headings all that stands in a row comes
 * on one note, and commas are part of the words.
 */
export function readNotesFile(
  bytes: Uint8Array,
  options: Pick<ReaderOptions, 'newId'>,
): FileOutcome<BoardImport> {
  if (bytes.byteLength > limits.fileBytes) return refuseFile('too-large')
  const text = textOfFile(bytes)
  if (text === undefined) return refuseFile('not-readable')
  const { rows, found } = rowsIn(text.trim())
  const body = found === undefined ? rows : rows.slice(1)
  if (body.length >= MOST_ROWS) return refuseFile('too-many', body.length)
  const notes = body.map((row) => noteIn(row, found))
  const written = notes.filter(({ text: words }) => words !== '')
  if (written.length === 0) return refuseFile('empty')
  const records = notesAsRecords(written, options)
  const isBlock = written.some(({ place }) => place === undefined)
  const leftOut = notes.length - written.length
  return { ok: true, value: { records, images: [], leftOut, isBlock } }
}

/** Undefined for what is no text at all. */
export function textOfFile(bytes: Uint8Array): string | undefined {
  const text = decodeAs('utf-8', bytes) ?? decodeAs('windows-1252', bytes)
  return text === undefined || text.includes('\u0000') ? undefined : text.replace(/^\uFEFF/, '')
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    // Other letters than these.
    return undefined
  }
}

interface Rows {
  readonly rows: readonly (readonly string[])[]
  readonly found: ReadonlyMap<Column, number> | undefined
}

function rowsIn(text: string): Rows {
  const guessed = parse(text)
  const found = columnsIn(guessed.data[0] ?? [])
  const isTable = found !== undefined || guessed.meta.delimiter !== ','
  return { rows: isTable ? guessed.data : parse(text, NEVER).data, found }
}

/** A separator that stands in no text. */
const NEVER = '\u001F'

function parse(text: string, delimiter = ''): Papa.ParseResult<readonly string[]> {
  return Papa.parse<readonly string[]>(text, {
    delimiter,
    delimitersToGuess: [';', '\t', ','],
    skipEmptyLines: 'greedy',
  })
}

/** Where each column is; undefined when the first row is no row of headings. */
function columnsIn(row: readonly string[]): ReadonlyMap<Column, number> | undefined {
  const words = row.map((word) => word.trim().toLowerCase())
  const found = new Map<Column, number>()
  for (const [column, names] of Object.entries(headings)) {
    const place = words.findIndex((word) => (names as readonly string[]).includes(word))
    if (place >= 0) found.set(column as Column, place)
  }
  return found.has('text') ? found : undefined
}

function noteIn(row: readonly string[], found: ReadonlyMap<Column, number> | undefined): NewNote {
  if (found === undefined) {
    const cells = row.map((cell) => cell.trim()).filter((cell) => cell !== '')
    return { text: cells.join('\n') }
  }
  const cell = (column: Column): string => (row[found.get(column) ?? -1] ?? '').trim()
  const color = colorNamed(cell('color'))
  const [x, y] = [coordinate(cell('x')), coordinate(cell('y'))]
  return {
    // An apostrophe before a sign keeps a spreadsheet from taking it for a formula.
    text: cell('text').replace(/^'(?=[=+\-@\t\r])/, ''),
    isKeyCard: /^(?:ja|x|1|waar|true)$/i.test(cell('keyCard')),
    ...(color !== undefined && { color }),
    ...(x !== undefined && y !== undefined && { place: { x, y } }),
  }
}

function coordinate(text: string): number | undefined {
  const number = text === '' ? Number.NaN : Number(text.replace(/^'/, '').replace(',', '.'))
  return Math.abs(number) <= COORDINATE_LIMIT / 2 ? number : undefined
}
