import type { RecordId } from '@stip/primitives'
import { localBounds } from '../shape-size.ts'
import type { BoardRecord, Fields } from '../record.ts'
import { end } from '../ends.ts'
import { ZonePage } from '../zone-layout/zone-page.ts'
import { indexOnTop } from './index-key.ts'
import { descriptionRecord, noteRecord, SENTENCE_INSET, sentenceRecord } from './new-records.ts'
import { freeSpot, NOTE_SCALES } from './placing.ts'
import { noteFit } from './note-growth.ts'
import type { Section } from './sections.ts'

/** What an edit in words writes on the board. */
export interface OutlineEdit {
  readonly create: readonly BoardRecord[]
  readonly change: ReadonlyMap<RecordId, Fields>
}

export type Board = readonly BoardRecord[]

export const none: OutlineEdit = { create: [], change: new Map() }
const NOTE_SIDE = 200
const DESCRIPTION_WIDTH = 280
/** Their letters are smaller than those on notes, and have to be read as well. */
const DESCRIPTION_SCALES: readonly number[] = [1.25, ...NOTE_SCALES]

/** A new note under a heading, where nothing is covered; a sentence where that is what is asked. */
export function addNote(board: Board, section: Section, words: string, id: RecordId): OutlineEdit {
  if (section.isText && section.grows) {
    const width = section.room.w - 2 * SENTENCE_INSET
    const sentence = { id, words, width, index: indexOnTop(board) }
    const { h } = localBounds(sentenceRecord({ ...sentence, spot: { x: 0, y: 0, scale: 1 } }))
    const { x, ...spot } = freeSpot(board, section, { w: section.room.w, h, scales: [1] })
    const record = sentenceRecord({ ...sentence, spot: { ...spot, x: x + SENTENCE_INSET } })
    return stored(board, section, record)
  }
  const growth = noteFit(words)['p.growY']
  const h = NOTE_SIDE + (typeof growth === 'number' ? growth : 0)
  const spot = freeSpot(board, section, { w: NOTE_SIDE, h, scales: NOTE_SCALES })
  return stored(board, section, noteRecord({ id, spot, index: indexOnTop(board), words }))
}

/** Words for what is drawn under a heading, or for one picture there. */
export function describeInWords(
  board: Board,
  section: Section,
  about: { readonly describes: RecordId; readonly words: string },
  id: RecordId,
): OutlineEdit {
  const width = DESCRIPTION_WIDTH
  const lines = about.words
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 24 * 0.56) / width)), 0)
  const size = { w: width, h: lines * 24 * 1.35, scales: DESCRIPTION_SCALES }
  const spot = freeSpot(board, section, size)
  const index = indexOnTop(board)
  return stored(board, section, descriptionRecord({ ...about, id, spot, index, width }))
}

/** A new thing under a heading, as it is stored. */
function stored(board: Board, section: Section, record: BoardRecord): OutlineEdit {
  return { ...none, create: [inSection(board, section, record)] }
}

/** Something under a heading, as it is stored. */
export function inSection(board: Board, { id, grows }: Section, record: BoardRecord): BoardRecord {
  return ZonePage.ofShown(board).toPaper(record, grows ? id : undefined)
}

/** Takes something off the board, and with it the arrows that would lead to nothing. */
export function takeAway(board: Board, id: RecordId): OutlineEdit {
  const arrows = board
    .filter((record) => record.typeName === 'binding' && end(record, 'toId') === id)
    .map((binding) => end(binding, 'fromId'))
  return { ...none, change: new Map([id, ...arrows].map((one) => [one, { gone: true }])) }
}
