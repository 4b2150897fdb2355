import type { BoardRecord } from '../record.ts'
import { localBounds } from '../shape-size.ts'
import type { Bounds } from '../shape-size.ts'

/** Room between the edge of a zone and what stands in it, in board pixels. */
const INSET = 16

/**
 * The part of a zone below its title and question, in page coordinates. Only a browser can
 * measure words, so this leaves a little more room than they take.
 */
export function freeRoom(zone: BoardRecord): Bounds {
  const { w, h } = localBounds(zone)
  const top = Math.min(headingHeight(zone, w), h / 2)
  const [x, y] = [zone['x'], zone['y']].map((value) => (typeof value === 'number' ? value : 0))
  return {
    x: (x ?? 0) + INSET,
    y: (y ?? 0) + top,
    w: Math.max(0, w - 2 * INSET),
    h: Math.max(0, h - top - INSET),
  }
}

function headingHeight({ props }: BoardRecord, width: number): number {
  const isLane = props['style'] === 'lane'
  const [size, padding] = isLane ? [88, 36] : [44, 24]
  const beside = props['letter'] === '' ? 0 : isLane ? 164 : 80
  const inner = Math.max(1, width - 64 - beside)
  const title = lines(props['title'], inner, size) * size * 1.2
  const question = lines(props['question'], Math.min(inner, 1200), 30) * 39
  return padding + title + (question > 0 ? 6 + question : 0) + 16
}

/** How many lines words take: a long word that does not fit behind others begins a line. */
function lines(words: unknown, width: number, fontSize: number): number {
  if (typeof words !== 'string' || words === '') return 0
  const inLine = width / (fontSize * 0.56)
  let count = 1
  let used = 0
  for (const word of words.split(/\s+/)) {
    const wanted = used === 0 ? word.length : used + 1 + word.length
    if (used > 0 && wanted > inLine) {
      count += 1
      used = word.length
    } else used = wanted
    // A word that is longer than a line is broken.
    while (used > inLine) {
      count += 1
      used -= inLine
    }
  }
  return count
}
