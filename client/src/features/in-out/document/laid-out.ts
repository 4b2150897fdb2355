import { contentsRows, titleRows } from './rows/front.ts'
import type { Chapter } from './content/content.ts'
import { pagesOf } from './paper/fill-pages.ts'
import { room } from './paper/paper.ts'
import type { Page, Row } from './paper/paper.ts'
import { rowsOf } from './rows/rows.ts'
import type { Letters } from './paper/set-lines.ts'
import type { About } from './write-document.ts'

/** A page of a document. */
export interface LaidOutPage extends Page {
  readonly chapter: Chapter
  /** The title of its chapter on the first page of that, else ''. */
  readonly begins: string
}

/** How far things stand apart, the usual first: another when the last page would be almost empty. */
const airs = [1, 0.8, 0.65, 1.2, 1.4]
/** Less than this part of a page is almost nothing. */
const WORTH = 0.3

/** A document in pages: every chapter begins on one of its own. */
export function laidOut(
  chapters: readonly Chapter[],
  about: About,
  letters: Letters,
): readonly LaidOutPage[] {
  // First to see where chapters begin, and then with the pages in the list of contents.
  const first = pagesOfAll(chapters, about, letters, new Map())
  const begins = new Map<Chapter, number>()
  for (const [place, { chapter }] of first.entries()) {
    if (!begins.has(chapter)) begins.set(chapter, place + 1)
  }
  return pagesOfAll(chapters, about, letters, begins)
}

function pagesOfAll(
  chapters: readonly Chapter[],
  about: About,
  letters: Letters,
  begins: ReadonlyMap<Chapter, number>,
): readonly LaidOutPage[] {
  return chapters.flatMap((chapter, place) => {
    const before =
      place === 0 ? [...titleRows(about, letters), ...contentsRows(chapters, begins, letters)] : []
    const pages = wellFilled((air) => [...before, ...rowsOf(chapter, { letters, air })])
    return pages.map((page, number) => ({
      ...page,
      chapter,
      begins: number === 0 ? chapter.title : '',
    }))
  })
}

function wellFilled(rowsWith: (air: number) => readonly Row[]): readonly Page[] {
  const [usual, ...others] = airs.map((air) => () => pagesOf(rowsWith(air)))
  const first = usual?.() ?? []
  if (isWorthIt(first)) return first
  for (const other of others) {
    const pages = other()
    if (isWorthIt(pages)) return pages
  }
  return first
}

function isWorthIt(pages: readonly Page[]): boolean {
  return pages.length < 2 || (pages.at(-1)?.used ?? 0) >= WORTH * room.height
}
