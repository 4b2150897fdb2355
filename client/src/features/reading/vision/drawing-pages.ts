import type { GroupDrawing, GroupDrawings } from '@stip/board/drawing'
import { cutToFit } from '../cut-to-fit.ts'
import { linesOf } from '../fit.ts'

/** Drawings of groups on a page of a wall, or in the hand of who reads alone. */
export interface DrawingsPage {
  /** `alone`: one of them, with as much of its description as there is room for. */
  readonly how: 'beside' | 'over' | 'alone'
  readonly drawings: GroupDrawings
}

/** So many side by side; each is wide enough to see what it is. */
const MOST_BESIDE = 6
/** Below drawings side by side: in a row of three there is room for so many lines of so large letters. */
const below = { width: 360, size: 24, lines: 10, inRow: 3 }
/** Beside a drawing that is alone: how wide its words are, how large, and how many lines fit. */
const alone = { width: 360, size: 30, lines: 14 }

/**
 * Cuts drawings into pages: side by side, over each other, and each alone. A description that is longer
 * than its page goes on on the next, beside the same drawing.
 */
export function pagesOfDrawings(drawings: GroupDrawings): readonly DrawingsPage[] {
  const { all, box } = drawings
  const pages: DrawingsPage[] = []
  if (all.length > 1) {
    for (let from = 0; from < all.length; from += MOST_BESIDE) {
      const some = all.slice(from, from + MOST_BESIDE)
      pages.push({ how: 'beside', drawings: { all: withRoom(some), box } })
    }
    pages.push({ how: 'over', drawings })
  }
  return [...pages, ...all.flatMap(pagesOfOne)]
}

/** All with their descriptions, or none where one of them has no room: each is read whole on its own page. */
function withRoom(all: readonly GroupDrawing[]): readonly GroupDrawing[] {
  const { width, size, lines, inRow } = below
  const hasRoom =
    all.length <= inRow &&
    all.every(({ description }) => linesOf(description, size, width, 'regular') <= lines)
  return hasRoom ? all : all.map((one) => ({ ...one, description: '' }))
}

function pagesOfOne(one: GroupDrawing): readonly DrawingsPage[] {
  const { description, drawing, origin } = one
  const { x, y, w, h } = drawing.box
  // Seen by itself a drawing is as large as there is room.
  const box = { x: x - origin.x, y: y - origin.y, w, h }
  const parts = cutToFit(description, alone.lines, (words) =>
    linesOf(words, alone.size, alone.width, 'regular'),
  )
  return parts.map((part) => ({
    how: 'alone' as const,
    drawings: { all: [{ ...one, description: part }], box },
  }))
}
