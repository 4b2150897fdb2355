import type { ZoneView } from '@stip/api'
import type { BoardRecord } from '@stip/board'
import { areasOf } from '../../../reading/board-areas.ts'
import { linesOf, widthOf } from '../fit.ts'

/** What was written under one question. */
export interface NotesReading {
  readonly id: string
  readonly title: string
  readonly question: string
  /** Letter of the group that answered, or ''. */
  readonly letter: string
  readonly notes: readonly Note[]
}

interface Note {
  readonly id: string
  readonly text: string
}

/**
 * What people wrote in the area of a step, question by question; in the last area with words when
 * nothing stands in that of the step. With all boards beside each other, that of each group.
 *
 * @param step - The id of the step that is on now.
 */
export function notesOf(
  records: readonly BoardRecord[],
  known: readonly ZoneView[],
  step: string | undefined,
): readonly NotesReading[] {
  const areas = areasOf(records, known).map(({ id, isInLane, zones }) => ({
    id,
    isInLane,
    questions: zones
      .map((zone) => ({
        id: zone.id,
        title: zone.title,
        question: zone.question,
        letter: zone.letter,
        notes: zone.items
          .filter(({ text }) => text.trim() !== '')
          .map((item) => ({ id: item.id, text: item.text.trim() })),
      }))
      .filter(({ notes }) => notes.length > 0),
  }))
  const written = areas.filter(({ questions }) => questions.length > 0)
  const now = written.find(({ id }) => id === `shape:step-${step ?? ''}`)
  if (now !== undefined) return now.questions
  const ofGroups = Map.groupBy(
    written.filter(({ isInLane }) => isInLane),
    ({ questions }) => questions[0]?.letter ?? '',
  )
  if (ofGroups.size > 0) return [...ofGroups.values()].flatMap((all) => all.at(-1)?.questions ?? [])
  return written.at(-1)?.questions ?? []
}

/** One question with as many notes as fit on a wall. */
export interface NotesPage extends NotesReading {
  /** Which page of this question it is, and how many there are. */
  readonly part: number
  readonly parts: number
}

/** Measures of a wall of 1280 by 720, as the style sheet has them. */
const wall = { width: 1200, height: 480, gap: 16 }
const card = { size: 28, widest: 384, padding: 40 }

/** Cuts what was written into pages: notes in rows, as many as fit; short ones share a row. */
export function pagesOfNotes(questions: readonly NotesReading[]): readonly NotesPage[] {
  return questions.flatMap((question) => {
    const pages: Note[][] = [[]]
    let row = { width: 0, height: 0 }
    let used = 0
    for (const note of question.notes) {
      const width = Math.min(card.widest, widthOf(note.text) * card.size + card.padding) + wall.gap
      const lines = linesOf(note.text, card.size, card.widest - card.padding, 'regular')
      const height = lines * card.size * 1.25 + card.padding * 0.7 + wall.gap
      if (row.width + width > wall.width) {
        used += row.height
        row = { width: 0, height: 0 }
      }
      row = { width: row.width + width, height: Math.max(row.height, height) }
      if (used + row.height > wall.height && (pages.at(-1)?.length ?? 0) > 0) {
        pages.push([])
        used = 0
        row = { width, height }
      }
      pages.at(-1)?.push(note)
    }
    return pages.map((notes, place) => ({
      ...question,
      notes,
      part: place + 1,
      parts: pages.length,
    }))
  })
}
