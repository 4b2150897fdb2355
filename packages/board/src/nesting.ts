import type { RecordId } from '@stip/primitives'
import { parentOf } from './merge/page-places.ts'
import type { BoardRecord } from './record.ts'

/**
 * How many frames and groups may stand in each other before what is deeper is shown on the page.
 * People nest two or three; whatever draws, exports or merges a board goes down as deep as this.
 */
export const DEEPEST_NESTING = 32

const nests: ReadonlySet<string> = new Set(['frame', 'group'])

/**
 * What each shape is nested in. Shapes that stand on the page are left out: by themselves, because
 * their parent is not among these or is no frame or group, because they have the smallest id in a
 * circle of parents, or because they would be nested too deep. It follows from the shapes alone, so
 * everybody sees the same, and is worked out in one pass.
 *
 * @param shapes - What is on the board and not gone.
 * @param deepest - Most parents above each other.
 */
export function nestingOf(
  shapes: ReadonlyMap<RecordId, BoardRecord>,
  deepest: number = DEEPEST_NESTING,
): ReadonlyMap<RecordId, RecordId> {
  const nestedIn = new Map<RecordId, RecordId>()
  const depths = new Map<RecordId, number>()
  const containerOf = (shape: BoardRecord): BoardRecord | undefined => {
    const parent = shapes.get(parentOf(shape))
    return parent !== undefined && parent !== shape && nests.has(parent.type) ? parent : undefined
  }
  const settle = (shape: BoardRecord): void => {
    const parent = containerOf(shape)
    const above = parent === undefined ? undefined : depths.get(parent.id)
    if (depths.has(shape.id) || parent === undefined || above === undefined) return
    const depth = above < deepest ? above + 1 : 0
    depths.set(shape.id, depth)
    if (depth > 0) nestedIn.set(shape.id, parent.id)
  }
  for (const start of shapes.values()) {
    // Nearly everything stands on the page.
    if (containerOf(start) === undefined) {
      depths.set(start.id, 0)
      continue
    }
    const path: BoardRecord[] = []
    const onPath = new Set<RecordId>()
    let shape: BoardRecord = start
    while (!depths.has(shape.id) && !onPath.has(shape.id)) {
      path.push(shape)
      onPath.add(shape.id)
      const parent = containerOf(shape)
      if (parent === undefined) depths.set(shape.id, 0)
      else shape = parent
    }
    if (!depths.has(shape.id)) {
      const circle = path.slice(path.indexOf(shape))
      depths.set(smallest(circle), 0)
    }
    // From the top down; round a circle, once more for what lies above the place where it breaks.
    path.reverse()
    for (const one of path) settle(one)
    for (const one of path) settle(one)
  }
  return nestedIn
}

function smallest(circle: readonly BoardRecord[]): RecordId {
  return circle.reduce((least, { id }) => (id < least ? id : least), circle[0]?.id ?? '')
}
