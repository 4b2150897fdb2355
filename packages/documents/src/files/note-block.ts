import type { BoardRecord } from '@stip/board'
import { limits } from '../limits.ts'
import { refuseFile } from './board-import.ts'
import type { BoardImport, FileOutcome, ReaderOptions } from './board-import.ts'
import { clip } from './json-file.ts'
import { newShape, noteProps, richTextOfLines } from './new-records.ts'

/** A note that is about to be put on a board. */
export interface NewNote {
  readonly text: string
  readonly color?: string
  readonly isKeyCard?: boolean
  readonly place?: { readonly x: number; readonly y: number }
}

/** From the left side of a note to that of the next: its width and a little air. Board units. */
const PITCH = 220
/** Blocks are a little wider than high, as screens are. */
const WIDTH_TO_HEIGHT = 1.6

/** Notes as records: where they say, or in a tidy block whose top left corner is at 0, 0. */
export function notesAsRecords(
  notes: readonly NewNote[],
  { newId }: Pick<ReaderOptions, 'newId'>,
): readonly BoardRecord[] {
  const columns = Math.max(1, Math.ceil(Math.sqrt(notes.length * WIDTH_TO_HEIGHT)))
  const hasPlaces = notes.length > 0 && notes.every(({ place }) => place !== undefined)
  return notes.map(({ text, color, isKeyCard, place }, position) => {
    const inBlock = {
      x: (position % columns) * PITCH,
      y: Math.floor(position / columns) * PITCH,
    }
    const note = newShape(`shape:${newId()}`, 'note', hasPlaces && place ? place : inBlock, {
      ...noteProps,
      color: color ?? noteProps.color,
      richText: richTextOfLines(clip(text)),
    })
    return isKeyCard === true ? { ...note, meta: { keyCard: true } } : note
  })
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
  const records = notesAsRecords(
    lines.map((line) => ({ text: line })),
    options,
  )
  return { ok: true, value: { records, images: [], leftOut: 0 } }
}
