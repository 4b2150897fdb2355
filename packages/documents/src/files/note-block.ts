import type { BoardRecord } from '@stip/board'
import { limits } from '../schema/limits.ts'
import { refuseFile } from './board-import.ts'
import type { BoardImport, FileOutcome, ReaderOptions } from './board-import.ts'
import { importedWords, isTooLong } from './imported-words.ts'
import { newShape, noteProps, richTextOfLines } from './new-records.ts'
import { Remarks } from './remarks.ts'

/** A note that is about to be put on a board. */
export interface NewNote {
  readonly text: string
  readonly color?: string
  readonly isKeyCard?: boolean
  readonly place?: { readonly x: number; readonly y: number }
}

/** From the left side of a note to that of the next: its width and a little air. Board units. */
const PITCH = 220
const LETTERS_A_LINE = 14
const LINE_HEIGHT = 30
/** Blocks are a little wider than high, as screens are. */
const WIDTH_TO_HEIGHT = 1.6

/** Notes as records: where they say, or in a tidy block whose top left corner is at 0, 0. */
export function notesAsRecords(
  notes: readonly NewNote[],
  { newId }: Pick<ReaderOptions, 'newId'>,
): readonly BoardRecord[] {
  const columns = Math.max(1, Math.ceil(Math.sqrt(notes.length * WIDTH_TO_HEIGHT)))
  const hasPlaces = notes.length > 0 && notes.every(({ place }) => place !== undefined)
  const grown = notes.map(({ text }) => growthFor(text))
  const rowsAt = startsOfRows(grown, columns)
  return notes.map(({ text, color, isKeyCard, place }, position) => {
    const inBlock = {
      x: (position % columns) * PITCH,
      y: rowsAt[Math.floor(position / columns)] ?? 0,
    }
    const note = newShape(`shape:${newId()}`, 'note', hasPlaces && place ? place : inBlock, {
      ...noteProps,
      color: color ?? noteProps.color,
      growY: grown[position] ?? 0,
      richText: richTextOfLines(importedWords(text)),
    })
    return isKeyCard === true ? { ...note, meta: { keyCard: true } } : note
  })
}

/** Where each row of a block begins: below the highest note of the row before it. */
function startsOfRows(grown: readonly number[], columns: number): readonly number[] {
  const starts = [0]
  for (let first = 0; first < grown.length; first += columns) {
    const highest = Math.max(...grown.slice(first, first + columns))
    starts.push((starts.at(-1) ?? 0) + PITCH + highest)
  }
  return starts
}

/**
 * How much higher a note gets than it is wide, so that its words stay on its paper. An estimate:
 * only a browser can measure words, and does so as soon as somebody writes in the note.
 */
function growthFor(text: string): number {
  const lines = importedWords(text)
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS_A_LINE)), 0)
  return Math.max(0, lines * LINE_HEIGHT + 32 - 200)
}

/** The lines of a pasted text that become notes: what says something, without bullets in front. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–]\s+|\d{1,3}[.)]\s+)?/u, '').trim())
    .filter((line) => line !== '')
}

/** A text as notes, one a line. */
export function readLines(
  text: string,
  options: Pick<ReaderOptions, 'newId'>,
): FileOutcome<BoardImport> {
  const lines = linesOf(text)
  if (lines.length === 0) return refuseFile('empty')
  if (lines.length > limits.fileShapes) return refuseFile('too-many', lines.length)
  const remarks = new Remarks()
  remarks.add('long-texts', lines.filter(isTooLong).length)
  const records = notesAsRecords(
    lines.map((line) => ({ text: line })),
    options,
  )
  return {
    ok: true,
    value: { records, images: [], leftOut: 0, isBlock: true, remarks: remarks.list() },
  }
}
