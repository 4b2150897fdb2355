import type { Editor, TLShape } from 'tldraw'
import type { BoardPage, WordsOnPage } from '../board-props.ts'
import { drawPicture, fileOf } from './draw-picture.ts'
import type { Making } from './draw-picture.ts'
import { isWithin } from './sheets.ts'
import type { Sheet } from './sheets.ts'

/** The longest side of the picture of a page, in pixels: sharp on an A4, and small enough to send. */
const LONGEST_SIDE = 2600
/** As sharp as most screens; more is not to be seen. */
const SHARPEST = 2
const QUALITY = 0.85

/** A part of the board as a picture, with the words that stand on it in the order in which one reads. */
export async function pageOf(
  editor: Editor,
  part: Sheet,
  words: readonly PlacedWords[],
  making: Making,
): Promise<BoardPage> {
  const scale = Math.min(SHARPEST, LONGEST_SIDE / Math.max(part.w, part.h))
  const canvas = await drawPicture(editor, part, scale, making)
  const picture = await fileOf(canvas, 'image/jpeg', QUALITY)
  return {
    picture,
    width: part.w,
    height: part.h,
    words: words
      .map(({ text, box: { x, y, w, h } }) => ({ text, x: x - part.x, y: y - part.y, w, h }))
      .toSorted(asOneReads),
  }
}

/** Words and where they stand on the board. */
export interface PlacedWords {
  readonly text: string
  readonly box: Sheet
}

/** All words on a board. */
export function wordsOn(editor: Editor): readonly PlacedWords[] {
  return editor.getCurrentPageShapesSorted().flatMap((shape) => {
    const text = textOf(editor, shape)
    const box = editor.getShapePageBounds(shape)
    return text === '' || box === undefined ? [] : [{ text, box }]
  })
}

/** On which of several sheets words stand: on the one that has their middle, else on the first with any of them. */
export function sheetOf({ box }: PlacedWords, sheets: readonly Sheet[]): Sheet | undefined {
  const middle = { x: box.x + box.w / 2, y: box.y + box.h / 2, w: 0.01, h: 0.01 }
  return (
    sheets.find((sheet) => isWithin(middle, sheet)) ?? sheets.find((sheet) => isWithin(box, sheet))
  )
}

function textOf(editor: Editor, shape: TLShape): string {
  const { title, question, altText } = shape.props as Partial<Record<string, unknown>>
  const own = editor.getShapeUtil(shape).getText(shape)
  const words = [own, title, question, altText].filter(isWritten)
  return [...new Set(words)].join('\n')
}

function isWritten(text: unknown): text is string {
  return typeof text === 'string' && text.trim() !== ''
}

/** From top to bottom, and what stands at one height from left to right. */
function asOneReads(one: WordsOnPage, other: WordsOnPage): number {
  const isBeside = Math.abs(one.y - other.y) < Math.min(one.h, other.h) / 2
  return isBeside ? one.x - other.x : one.y - other.y
}
