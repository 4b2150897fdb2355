import type { Editor, VecLike } from 'tldraw'
import { areaAround } from '../area-around.ts'

/** As large as tldraw makes a note, in board units before its scale. */
export const NOTE_SIDE = 200
/** Scales of a note, from what a beamer shows to a whole room down to what fits in a small zone. */
const scales = [1.75, 1.5, 1.25, 1] as const
/** How much of the height or width of a zone a note may take. */
const SHARE = 0.8

/** How large a new note is made here: large where there is room, and never larger than its zone. */
export function noteScaleAt(editor: Editor, place: VecLike): number {
  const area = areaAround(editor, place)
  if (area === undefined) return scales[0]
  const room = Math.min(area.w, area.h) * SHARE
  return scales.find((scale) => NOTE_SIDE * scale <= room) ?? 1
}
