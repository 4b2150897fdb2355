import { bounds, nestingOf, ZonePage } from '@stip/board'
import type { BoardRecord, Bounds } from '@stip/board'
import type { RecordId } from '@stip/primitives'
import { PAGE_ID } from '../schema/layout.ts'
import { PlaceOnPage } from '../record/place-on-page.ts'
import { LOWEST_INDEX, indexesBehind, isIndex } from './indexes.ts'

/** Space between what stands on a board and what is put beside it. Board units. */
const GAP = 200

/** New records where they come to stand, and the rectangle around them. */
export interface Placed {
  readonly records: readonly BoardRecord[]
  readonly area: Bounds | undefined
}

/**
 * Gives new records a place on a board as it is shown, and says how they are stored there: where they stood when nothing is in the way there (zones are
 * not), else to the right of everything. A block that stands nowhere yet always goes there. They lie on top of what is there.
 */
export function placeOnBoard(
  board: readonly BoardRecord[],
  file: readonly BoardRecord[],
  isBlock = false,
): Placed {
  const added = notTooDeep(file)
  const area = bounds(added)
  const shift = area === undefined ? { x: 0, y: 0 } : shiftOf(board, area, isBlock)
  const highest = board.filter(isRoot).reduce((most, { index }) => {
    return isIndex(index) && index > most ? index : most
  }, LOWEST_INDEX)
  const indexOf = freshIndexes(added, highest)
  const records = added.map((record) => {
    if (record.typeName !== 'shape') return record
    const index = indexOf.get(record.id) ?? highest
    if (!isRoot(record)) return { ...record, index }
    return { ...record, x: Number(record['x']) + shift.x, y: Number(record['y']) + shift.y, index }
  })
  const page = ZonePage.ofShown(board)
  return {
    records: records.map((record) => page.toPaper(record)),
    area: area && { ...area, x: area.x + shift.x, y: area.y + shift.y },
  }
}

/** Indexes of our own making for all: what a file has may be broken, or the same for several. */
function freshIndexes(
  added: readonly BoardRecord[],
  highest: string,
): ReadonlyMap<RecordId, string> {
  const shapes = added.filter(({ typeName }) => typeName === 'shape')
  const families = Map.groupBy(shapes, ({ parentId }) => parentId)
  return new Map(
    [...families].flatMap(([parent, children]) => {
      const indexes = indexesBehind(parent === PAGE_ID ? highest : LOWEST_INDEX, children.length)
      return children.map(({ id }, place) => [id, indexes[place] ?? highest] as const)
    }),
  )
}

/** What a file nests deeper than boards show comes to stand on the page, where it was. */
function notTooDeep(added: readonly BoardRecord[]): readonly BoardRecord[] {
  const all = new Map(added.map((record) => [record.id, record]))
  const nesting = nestingOf(all)
  const placed = new PlaceOnPage(all)
  return added.map((record) => {
    const isTooDeep = record.typeName === 'shape' && !isRoot(record) && !nesting.has(record.id)
    return isTooDeep ? placed.onPage(record) : record
  })
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
