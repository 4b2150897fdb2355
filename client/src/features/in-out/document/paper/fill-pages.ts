import { room } from './paper.ts'
import { paper } from './paper.ts'
import type { Page, Piece, Row } from './paper.ts'

/** Fills pages with rows: none is cut, and a heading stands on one page with what comes next. */
export function pagesOf(rows: readonly Row[]): readonly Page[] {
  const pages: { pieces: Piece[]; steps: Set<string>; used: number }[] = []
  const put = (row: Row): void => {
    const page = pages.at(-1)
    if (page === undefined) return
    const top = page.used === 0 ? 0 : page.used + row.before
    page.pieces.push(...row.piecesAt(paper.top + top))
    if (row.step !== '') page.steps.add(row.step)
    page.used = top + row.height
  }
  const fits = (some: readonly Row[]): boolean => {
    const page = pages.at(-1)
    return page !== undefined && page.used + heightOf(some, page.used === 0) <= room.height
  }
  for (let at = 0; at < rows.length;) {
    const last = rows.findIndex(({ keepsNext }, place) => place >= at && !keepsNext)
    const together = rows.slice(at, last < 0 ? undefined : last + 1)
    if (!fits(together)) {
      pages.push({ pieces: [], steps: new Set(), used: 0 })
      const further = together[0]?.further
      if (further !== undefined && heightOf([further, ...together], true) <= room.height)
        put(further)
    }
    for (const row of together) put(row)
    at += together.length
  }
  return pages.map(({ pieces, steps, used }) => ({ pieces, steps: [...steps], used }))
}

function heightOf(rows: readonly Row[], isFirst: boolean): number {
  return rows.reduce(
    (sum, { before, height }, place) => sum + height + (isFirst && place === 0 ? 0 : before),
    0,
  )
}
