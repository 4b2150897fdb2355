import type { Role, SessionView } from '@stip/api'
import { useMemo } from 'react'
import { readingOf } from './board-reading.ts'
import type { BoardReading } from './board-reading.ts'
import { useBoardContents } from './use-board-content.ts'

type BoardInView = SessionView['boards'][number]

/** What can be read of one board. */
export interface Read {
  readonly board: BoardInView
  readonly reading: BoardReading
}

/**
 * Follows what can be read of boards; undefined until one of them is here.
 *
 * @param hasElse - Something else can be shown: then notes alone are nothing to read.
 */
export function useReadings(
  view: SessionView,
  boards: readonly BoardInView[],
  role: Role,
  hasElse: boolean,
): readonly Read[] | undefined {
  const contents = useBoardContents(view.id, boards.map(({ id }) => id).join(' '), role)
  return useMemo(() => {
    if (contents.every(({ records }) => records === undefined)) return undefined
    return boards.flatMap((board, place) => {
      const content = contents[place]
      if (content === undefined) return []
      const reading = readingOf(view, board, content)
      return hasElse && reading.kind === 'notes' ? [] : [{ board, reading }]
    })
  }, [view, boards, contents, hasElse])
}

/** How many pages a wall has for it, one board behind the other. */
export function pageCount(readings: readonly Read[]): number {
  return readings.reduce((sum, { reading }) => sum + reading.pages.length, 0)
}

/** What stands on a page of a wall. A page too far is the last one. */
export function pageAt(
  readings: readonly Read[],
  page: number,
): (Read & { readonly page: number }) | undefined {
  let before = 0
  const wanted = Math.min(page, pageCount(readings) - 1)
  for (const read of readings) {
    const count = read.reading.pages.length
    if (wanted < before + count) return { ...read, page: wanted - before }
    before += count
  }
  return undefined
}

/** The page that says where one finds what became of a note; -1 when there is none. */
export function placeOfNotes(readings: readonly Read[]): number {
  return readings
    .flatMap(({ reading }) => reading.pages.map((page) => 'kind' in page && page.kind === 'where'))
    .indexOf(true)
}
