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
/** And without. */
const WITHOUT = 7

/**
 * What is asked about, in pages that can be read from ten metres.
 *
 * @param hasResults - Numbers stand under each text.
 */
export function wallPagesOf(
  { items, kind }: Pick<Asked, 'items' | 'kind'>,
  hasResults: boolean,
): readonly (readonly Item[])[] {
  const most = hasResults ? withResults[kind] : WITHOUT
  const pages: Item[][] = []
  let room = 0
  for (const item of items) {
    const size = Math.max(1, Math.ceil(item.text.length / LETTERS))
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
