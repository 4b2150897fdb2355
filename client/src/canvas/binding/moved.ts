import type { TLShape } from 'tldraw'

/**
 * Whether nothing but the place within its parent is different. By name, which is quicker than by a
 * list of names: five hundred shapes that are dragged are asked for in every frame. tldraw lets no
 * shape have more fields than these.
 */
export function hasOnlyMoved(before: TLShape, after: TLShape): boolean {
  return (
    before.props === after.props &&
    before.parentId === after.parentId &&
    before.index === after.index &&
    before.rotation === after.rotation &&
    before.meta === after.meta &&
    before.isLocked === after.isLocked &&
    before.opacity === after.opacity &&
    before.type === after.type
  )
}
