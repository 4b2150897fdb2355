import type { Block } from '../content/content.ts'
import { paper, room } from '../paper/paper.ts'
import type { Row } from '../paper/paper.ts'

/** No drawing is higher than this, so that its sentence stands with it. */
const HIGHEST = 340
/** Points for a board pixel, at the most: a small sketch stays small. */
const LARGEST = 0.5

/** A drawing as large as there is room. */
export function drawingRow(
  { drawing, alt }: Extract<Block, { kind: 'drawing' }>,
  step: string,
): Row {
  const { w, h } = drawing.box
  const scale = Math.min(LARGEST, room.width / w, HIGHEST / h)
  return {
    height: h * scale,
    before: 6,
    keepsNext: false,
    step,
    piecesAt: (top) => [
      { tag: 'Figure', alt, marks: [{ kind: 'drawing', drawing, x: paper.side, y: top, scale }] },
    ],
  }
}
