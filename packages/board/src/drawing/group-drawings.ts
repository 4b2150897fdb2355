import type { RecordId } from '@stip/primitives'
import { geometryOf } from '../bounds.ts'
import { parentOf } from '../merge/page-places.ts'
import type { BoardRecord } from '../record.ts'
import type { Bounds } from '../shape-size.ts'
import { pageId } from '../zone.ts'
import { drawingOf } from './drawing.ts'
import type { DrawingReading } from './drawing.ts'

/** What a group drew, whole, as it lies on the vision. */
export interface GroupDrawing {
  readonly id: RecordId
  readonly letter: string
  readonly name: string
  /** What there is to be seen, in the words of the group; ''. */
  readonly description: string
  readonly drawing: DrawingReading
  /** What lies here in one lies there in all: the corner of its sheet, at the height of its horizon. */
  readonly origin: { readonly x: number; readonly y: number }
}

/** Drawings of groups that can be looked at beside each other, and over each other. */
export interface GroupDrawings {
  /** In the order of their letters. */
  readonly all: readonly GroupDrawing[]
  /** Around all of them, seen from where each begins: in it all are equally large. */
  readonly box: Bounds
}

/** The drawings of groups on the vision; undefined when there are none. */
export function groupDrawings(records: readonly BoardRecord[]): GroupDrawings | undefined {
  const geometry = geometryOf(records)
  const inside = childrenOf(records)
  const all = records.filter(isSheet).flatMap((frame): GroupDrawing[] => {
    const parts = inside(frame.id)
    const drawing = drawingOf(parts, records)
    const sheet = geometry.boundsOf(frame)
    if (drawing === undefined || sheet === undefined) return []
    const horizon = parts.find(({ type }) => type === 'horizon')
    const line = horizon && geometry.boundsOf(horizon)
    const letter = wordIn(frame.meta['group'])
    return [
      {
        id: frame.id,
        letter,
        name: wordIn(frame.props['name']).replace(`${letter} · `, ''),
        description: wordIn(frame.meta['description']),
        drawing,
        origin: { x: sheet.x, y: line === undefined ? sheet.y : line.y + line.h / 2 },
      },
    ]
  })
  if (all.length === 0) return undefined
  const sheets = onOneHorizon(all, geometry, records)
  const sorted = sheets.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))
  return { all: sorted, box: around(sorted) }
}

/** Where only some have a horizon, there is none that all can lie on: then they lie sheet on sheet. */
function onOneHorizon(
  all: readonly GroupDrawing[],
  geometry: ReturnType<typeof geometryOf>,
  records: readonly BoardRecord[],
): readonly GroupDrawing[] {
  const tops = new Map(
    records.filter(isSheet).map((frame) => [frame.id, geometry.boundsOf(frame)?.y ?? 0]),
  )
  const isOnSheet = ({ id, origin }: GroupDrawing): boolean => tops.get(id) === origin.y
  if (!all.some(isOnSheet)) return all
  return all.map((one) => ({ ...one, origin: { ...one.origin, y: tops.get(one.id) ?? 0 } }))
}

/** What a group drew comes in a frame with its letter. */
function isSheet(record: BoardRecord): boolean {
  const { group } = record.meta
  return record.type === 'frame' && typeof group === 'string' && parentOf(record) === pageId
}

function childrenOf(records: readonly BoardRecord[]): (id: RecordId) => readonly BoardRecord[] {
  const byParent = Map.groupBy(
    records.filter(({ typeName }) => typeName === 'shape'),
    parentOf,
  )
  return (id) => {
    const found: BoardRecord[] = []
    const waiting = [id]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const children = byParent.get(next) ?? []
      found.push(...children)
      waiting.push(...children.map((child) => child.id))
    }
    return found.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
  }
}

function wordIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function orderOf({ index, id }: BoardRecord): string {
  return `${typeof index === 'string' ? index : ''} ${id}`
}

function nameOf({ letter, id }: GroupDrawing): string {
  return `${letter} ${id}`
}

function around(all: readonly GroupDrawing[]): Bounds {
  const boxes = all.map(({ drawing: { box }, origin }) => ({
    left: box.x - origin.x,
    top: box.y - origin.y,
    right: box.x - origin.x + box.w,
    bottom: box.y - origin.y + box.h,
  }))
  const [x, y] = [
    Math.min(...boxes.map(({ left }) => left)),
    Math.min(...boxes.map(({ top }) => top)),
  ]
  return {
    x,
    y,
    w: Math.max(...boxes.map(({ right }) => right)) - x,
    h: Math.max(...boxes.map(({ bottom }) => bottom)) - y,
  }
}
