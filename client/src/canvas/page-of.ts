import { Box } from 'tldraw'
import type { Editor, TLShape } from 'tldraw'
import type { BoardPage, WordsOnPage } from './board-props.ts'

/** The longest side of the picture, in pixels: sharp on an A3, and small enough for a phone. */
const LONGEST_SIDE = 5000

/**
 * Everything on the board as a picture with the words that stand on it.
 *
 * @param padding - Room around the picture, in board units.
 */
export async function pageOf(editor: Editor, padding: number): Promise<BoardPage> {
  const shapes = editor.getCurrentPageShapesSorted()
  const around = editor.getCurrentPageBounds() ?? new Box(0, 0, 1200, 675)
  const bounds = around.clone().expandBy(padding)
  const { blob } = await editor.toImage(shapes, {
    format: 'jpeg',
    quality: 0.9,
    background: true,
    darkMode: false,
    padding: 0,
    bounds,
    scale: 1,
    pixelRatio: Math.min(2, LONGEST_SIDE / Math.max(bounds.w, bounds.h)),
  })
  const words = shapes.flatMap((shape) => wordsOf(editor, shape, bounds))
  return { picture: blob, width: bounds.w, height: bounds.h, words: words.toSorted(asOneReads) }
}

function wordsOf(editor: Editor, shape: TLShape, { x, y }: Box): readonly WordsOnPage[] {
  const text = textOf(editor, shape)
  const box = editor.getShapePageBounds(shape)
  if (text === '' || box === undefined) return []
  return [{ text, x: box.x - x, y: box.y - y, w: box.w, h: box.h }]
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
