import { Box } from 'tldraw'
import type { Editor } from 'tldraw'
import { drawPicture, fileOf } from './draw-picture.ts'
import type { Making } from './draw-picture.ts'
import { isWithin, sheetsOf } from './sheets.ts'
import type { Sheet } from './sheets.ts'

/** The longest side of a picture, and all of it, in pixels: what phones open and people can send. */
const LONGEST_SIDE = 5000
const MOST_PIXELS = 16_000_000
/** As sharp as most screens; more is not to be seen. */
const SHARPEST = 2
/** What is drawn smaller than this cannot be read: letters of a note are then 9 pixels high. */
const READABLE = 0.42
/** An empty board is a picture too: a sheet of paper. */
const EMPTY = new Box(0, 0, 1200, 675)
/** Room around what stands on a board, in board units. */
const PADDING = 48

/**
 * Everything on a board as pictures (PNG) that people can send: one, or several when its letters
 * would be too small to read on one.
 */
export async function pngsOf(editor: Editor, making: Making = {}): Promise<readonly Blob[]> {
  const whole = wholeOf(editor)
  if (scaleOf(whole) >= READABLE) return [await pngOf(editor, whole, making)]
  const side = Math.sqrt(MOST_PIXELS) / READABLE
  const parts = sheetsWithWork(editor, whole, { w: side, h: side })
  const files: Blob[] = []
  for (const part of parts) {
    const onProgress = shareOf(making, files.length, parts.length)
    // One after the other: each takes much memory.
    // oxlint-disable-next-line no-await-in-loop
    files.push(await pngOf(editor, part, { ...making, onProgress }))
  }
  return files
}

async function pngOf(editor: Editor, part: Sheet, making: Making): Promise<Blob> {
  return fileOf(await drawPicture(editor, part, scaleOf(part), making), 'image/png')
}

function scaleOf({ w, h }: Sheet): number {
  return Math.min(SHARPEST, LONGEST_SIDE / Math.max(w, h), Math.sqrt(MOST_PIXELS / (w * h)))
}

function wholeOf(editor: Editor): Sheet {
  const { x, y, w, h } = (editor.getCurrentPageBounds() ?? EMPTY).clone().expandBy(PADDING)
  return { x, y, w, h }
}

/** A board in sheets, without those on which nobody wrote or drew. */
function sheetsWithWork(
  editor: Editor,
  whole: Sheet,
  limit: { readonly w: number; readonly h: number },
): readonly Sheet[] {
  const shapes = editor.getCurrentPageShapesSorted().flatMap((shape) => {
    const box = editor.getShapePageBounds(shape)
    return box === undefined || shape.type === 'group' ? [] : [{ type: shape.type, box }]
  })
  const boxes = shapes.map(({ box }) => box)
  const work = shapes.filter(({ type }) => type !== 'zone').map(({ box }) => box)
  return sheetsOf(whole, boxes, limit).filter((sheet) => work.some((box) => isWithin(box, sheet)))
}

function shareOf({ onProgress }: Making, done: number, total: number): (share: number) => void {
  return (share) => onProgress?.((done + share) / total)
}
