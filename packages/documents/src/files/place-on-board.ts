import { bounds } from '@stip/board'
import type { BoardRecord, Bounds } from '@stip/board'
import { PAGE_ID } from '../layout.ts'
import { indexesBehind } from './indexes.ts'

/** Space between what stands on a board and what is put beside it. Board units. */
const GAP = 200

/** New records where they come to stand, and the rectangle around them. */
export interface Placed {
  readonly records: readonly BoardRecord[]
  readonly area: Bounds | undefined
}

/**
 * Gives new records a place on a board: where they stood when nothing is in the way there (zones are
 * not), else to the right of everything. A block that stands nowhere yet always goes there. They lie on top of what is there.
 */
export function placeOnBoard(
  board: readonly BoardRecord[],
  added: readonly BoardRecord[],
  isBlock = false,
): Placed {
  const area = bounds(added)
  const shift = area === undefined ? { x: 0, y: 0 } : shiftOf(board, area, isBlock)
  const roots = added.filter(isRoot)
  const highest = board.filter(isRoot).reduce((most, { index }) => {
    return typeof index === 'string' && index > most ? index : most
  }, 'a0')
  const indexes = indexesBehind(highest, roots.length)
  const indexOf = new Map(roots.map(({ id }, place) => [id, indexes[place] ?? highest]))
  const records = added.map((record) =>
    isRoot(record)
      ? {
          ...record,
          x: Number(record['x']) + shift.x,
          y: Number(record['y']) + shift.y,
          index: indexOf.get(record.id) ?? highest,
        }
      : record,
  )
  return {
    records,
    area: area && { ...area, x: area.x + shift.x, y: area.y + shift.y },
  }
}

function shiftOf(
  board: readonly BoardRecord[],
  area: Bounds,
  isBlock: boolean,
): { x: number; y: number } {
  const drawn = bounds(isBlock ? board : board.filter(({ type }) => type !== 'zone'))
  if (drawn === undefined || !(isBlock || touch(drawn, area))) return { x: 0, y: 0 }
  const all = bounds(board) ?? drawn
  return { x: all.x + all.w + GAP - area.x, y: drawn.y - area.y }
}

function touch(one: Bounds, other: Bounds): boolean {
  return (
    one.x < other.x + other.w &&
    other.x < one.x + one.w &&
    one.y < other.y + other.h &&
    other.y < one.y + one.h
  )
}

function isRoot({ typeName, parentId }: BoardRecord): boolean {
  return typeName === 'shape' && parentId === PAGE_ID
}
