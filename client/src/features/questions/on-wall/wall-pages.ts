import type { Asked } from '../question-words.ts'

type Item = Asked['items'][number]

/** So many letters of a text make it as large as one thing on a page. */
const LETTERS = 110
/** So many things stand on a page with what they came to: in columns that can be read from ten metres. */
const withResults: Readonly<Record<Asked['kind'], number>> = {
  'yes-bit-no': 4,
  consent: 4,
  'five-points': 3,
  dots: 6,
  words: 6,
}
/** Without, texts stand below each other: so many letters are a line there. */
const LETTERS_OF_LINE = 70
/** What a line takes, and what is left open below a text; of the height that all of them have. */
const without = { line: 3, gap: 1, height: 31 }

/**
 * What is asked about, in pages that can be read from ten metres.
 *
 * @param hasResults - Numbers stand under each text.
 */
export function wallPagesOf(
  { items, kind }: Pick<Asked, 'items' | 'kind'>,
  hasResults: boolean,
): readonly (readonly Item[])[] {
  const most = hasResults ? withResults[kind] : without.height
  const pages: Item[][] = []
  let room = 0
  for (const item of items) {
    const size = hasResults ? linesOf(item, LETTERS) : heightOf(item)
    const page = pages.at(-1)
    if (page !== undefined && size <= room) page.push(item)
    else {
      pages.push([item])
      room = most
    }
    room -= size
  }
  return pages
}

function heightOf(item: Item): number {
  return without.line * linesOf(item, LETTERS_OF_LINE) + without.gap
}

function linesOf({ text }: Item, letters: number): number {
  return Math.max(1, Math.ceil(text.length / letters))
}
