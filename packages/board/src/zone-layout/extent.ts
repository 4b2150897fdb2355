import type { BoardRecord } from '../record.ts'
import { localBounds } from '../shape-size.ts'

/** What counts of a thing: the point by which it belongs to a zone, and its lowest; from its own place. */
export interface Extent {
  readonly dx: number
  readonly dy: number
  /** Undefined for what a zone does not grow for: ink and arrows. */
  readonly below: number | undefined
}

/** Ink and arrows run over everything; they belong where they begin. */
const airy: ReadonlySet<string> = new Set(['draw', 'highlight', 'line', 'arrow', 'group'])
const beginning: Extent = { dx: 0, dy: 0, below: undefined }

/**
 * The point is the middle of a thing without the words that made it higher: what somebody writes
 * on a note puts it in no other zone.
 */
export function extentOf(record: BoardRecord): Extent {
  if (airy.has(record.type)) return beginning
  const { x, y, w, h } = localBounds(record)
  const turn = typeof record['rotation'] === 'number' ? record['rotation'] : 0
  const high = headOf(record, h)
  if (turn === 0) return { dx: x + w / 2, dy: y + high / 2, below: y + h }
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)]
  const [cx, cy] = [x + w / 2, y + high / 2]
  return {
    dx: cx * cos - cy * sin,
    dy: cx * sin + cy * cos,
    below: Math.max(0, w * sin) + Math.max(0, h * cos) + x * sin + y * cos,
  }
}

function headOf({ type, props }: BoardRecord, h: number): number {
  const { growY, scale } = props
  const unit = typeof scale === 'number' ? scale : 1
  if (type === 'note') return 200 * unit
  if (type === 'text' || type === 'stip') return Math.min(h, 30 * unit)
  return typeof growY === 'number' ? h - growY : h
}
