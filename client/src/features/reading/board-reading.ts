import type { SessionView } from '@stip/api'
import { groupDrawings } from '@stip/board/drawing'
import { fieldsTold, structureOf } from '@stip/workshop'
import type { BoardContent } from './use-board-content.ts'
import { notesOf, pagesOfNotes } from './notes/notes-reading.ts'
import type { NotesPage } from './notes/notes-reading.ts'
import { hasStip, pagesOfSharing, sharingOf } from './sharing/sharing-reading.ts'
import type { SharingPage, SharingReading } from './sharing/sharing-reading.ts'
import { leadsToNotes, wherePage } from './vision/where-page.ts'
import { pagesOfVision, wholeVision } from './vision/vision-pages.ts'
import type { VisionPage } from './vision/vision-pages.ts'
import { withVoices } from './vision/voices.ts'
import { canReadVision, visionOf } from '../../reading/vision-reading.ts'

type BoardInView = SessionView['boards'][number]

/** A board as it is read, cut into pages for a wall. */
export type BoardReading =
  | { readonly kind: 'nothing'; readonly pages: readonly never[] }
  | {
      readonly kind: 'sharing'
      readonly reading: SharingReading
      readonly pages: readonly SharingPage[]
    }
  | {
      readonly kind: 'vision'
      /** All of it at once. */
      readonly whole: VisionPage
      readonly pages: readonly VisionPage[]
    }
  | { readonly kind: 'notes'; readonly pages: readonly NotesPage[] }

/**
 * Chooses how a board is read: the work of a group beside its drawing, the vision as sentences,
 * and what is neither of these as what was written in its last step.
 */
export function readingOf(
  view: SessionView,
  board: Pick<BoardInView, 'kind'>,
  content: BoardContent,
): BoardReading {
  const { records, groupsOf } = content
  if (records === undefined) return { kind: 'nothing', pages: [] }
  const known = view.steps.flatMap(({ zones }) => zones)
  if (board.kind === 'group') {
    const reading = sharingOf(records, known)
    if (hasStip(reading)) return { kind: 'sharing', reading, pages: pagesOfSharing(reading) }
  }
  if (board.kind === 'vision') {
    const letters = new Map(view.groups.map(({ id, letter }) => [id, letter]))
    const { sources } = structureOf(fieldsTold(view.arrangement))
    const cardsOf = new Map(sources.map(({ statement, cards }) => [statement, cards]))
    const read = visionOf(records, known, (id) =>
      [id, ...(cardsOf.get(id) ?? [])]
        .flatMap((record) => groupsOf(record))
        .flatMap((group) => letters.get(group) ?? []),
    )
    const vision = withVoices(read, view.otherVoices)
    const drawings = groupDrawings(records)
    if (canReadVision(vision) || drawings !== undefined) {
      const pages = [...pagesOfVision(vision, drawings), ...(leadsToNotes(view) ? [wherePage] : [])]
      return { kind: 'vision', whole: wholeVision(vision, drawings), pages }
    }
  }
  const pages = pagesOfNotes(notesOf(records, known, view.steps[view.position]?.id))
  return pages.length === 0 ? { kind: 'nothing', pages: [] } : { kind: 'notes', pages }
}
