import type { Asked } from '../question-words.ts'

type Item = Asked['items'][number]

/** How texts stand on a page, in the units of a wall of 1280 by 720 (`wall-question.css`). */
interface Layout {
  readonly columns: number
  /** So many letters are a line. */
  readonly letters: number
  readonly line: number
  /** What stands under a text. */
  readonly below: number
  readonly gap: number
  /** More on one page cannot be taken in. */
  readonly most: number
}

/** The height that all of them have together, between the title and how many answered. */
const ROOM = 441

const choices: Layout = { columns: 2, letters: 36, line: 34, below: 130, gap: 20, most: 4 }
const withResults: Readonly<Record<Asked['kind'], Layout>> = {
  'yes-bit-no': choices,
  consent: choices,
  'five-points': { columns: 3, letters: 23, line: 34, below: 202, gap: 20, most: 3 },
  dots: { ...choices, below: 44, most: 6 },
  words: { ...choices, below: 44, most: 6 },
}
const without: Layout = { columns: 1, letters: 70, line: 43, below: 0, gap: 14, most: 7 }

/**
 * What is asked about, in pages that can be read from ten metres and on which nothing is cut off.
 *
 * @param hasResults - Numbers stand under each text.
 */
export function wallPagesOf(
  { items, kind }: Pick<Asked, 'items' | 'kind'>,
  hasResults: boolean,
): readonly (readonly Item[])[] {
  const layout = hasResults ? withResults[kind] : without
  const pages: Item[][] = []
  for (const item of items) {
    const page = pages.at(-1)
    if (page !== undefined && isOnOnePage([...page, item], layout)) page.push(item)
    else pages.push([item])
  }
  return pages
}

function isOnOnePage(items: readonly Item[], layout: Layout): boolean {
  const { columns, letters, line, below, gap, most } = layout
  if (items.length > most) return false
  const rows = Map.groupBy(items, (item) => Math.floor(items.indexOf(item) / columns))
  const heights = [...rows.values()].map((row) => {
    const longest = Math.max(1, ...row.map(({ text }) => Math.ceil(text.length / letters)))
    return longest * line + below
  })
  return heights.reduce((sum, height) => sum + height + gap, -gap) <= ROOM
}
