import { Box } from 'tldraw'
import type { Editor, TLShape } from 'tldraw'
import { areaAround } from './area-around.ts'

const GAP = 24
/** Nothing is put on the title of a zone, which stands in this much of its top. */
const TITLE = 96
/** So many places are tried in the width and the height of what is put. */
const TRIES = 4
/** No more than these in the width and the height of a screen, also for who looks from very far. */
const MOST = 40
/** Lines and arrows cover little of the room that they take; a note may lie over one sooner. */
const AIRY = 0.1
const airy: ReadonlySet<string> = new Set(['arrow', 'draw', 'highlight', 'horizon', 'line'])

interface Size {
  readonly w: number
  readonly h: number
}

interface Taken {
  readonly bounds: Box
  readonly weight: number
}

/**
 * Where something new can lie: nearest to the middle of what the person sees and free, or else where
 * it covers least.
 *
 * @param size - Its width and height, in board units.
 */
export function freeSpot(editor: Editor, size: Size): { readonly x: number; readonly y: number } {
  const view = editor.getViewportPageBounds()
  const room = roomIn(view, areaAround(editor, view.center), size)
  const taken = takenIn(editor, room)
  const spots = spotsIn(room, size).map((spot) => ({
    spot,
    covered: coveredBy(spot, taken),
    distance: spot.center.dist(view.center),
  }))
  const [best] = spots.toSorted(
    (one, other) => one.covered - other.covered || one.distance - other.distance,
  )
  return best?.spot ?? { x: view.center.x - size.w / 2, y: view.center.y - size.h / 2 }
}

/** What lies in the room. */
function takenIn(editor: Editor, room: Box): Taken[] {
  return editor.getCurrentPageShapes().flatMap((shape) => {
    const bounds = shape.type === 'zone' ? undefined : editor.getShapePageBounds(shape)
    if (bounds?.collides(room) !== true) return []
    // A straight line has no width, and lies somewhere all the same.
    return [{ bounds: bounds.clone().expandBy(1), weight: weightOf(shape) }]
  })
}

function weightOf({ type }: TLShape): number {
  return airy.has(type) ? AIRY : 1
}

function spotsIn(room: Box, { w, h }: Size): Box[] {
  const [across, down] = [placesIn(room.w, w), placesIn(room.h, h)]
  return down.flatMap((y) => across.map((x) => new Box(room.x + x, room.y + y, w, h)))
}

/** Evenly over the room, both ends included. */
function placesIn(room: number, side: number): number[] {
  const steps = Math.min(MOST, Math.max(0, Math.ceil(((room - side) * TRIES) / side)))
  return Array.from({ length: steps + 1 }, (_, step) =>
    steps === 0 ? 0 : ((room - side) * step) / steps,
  )
}

/** How much of the spot and of the gap around it is covered, in square board units. */
function coveredBy(spot: Box, taken: readonly Taken[]): number {
  const { x, y, maxX, maxY } = spot.clone().expandBy(GAP / 2)
  let covered = 0
  for (const { bounds, weight } of taken) {
    const width = Math.min(maxX, bounds.maxX) - Math.max(x, bounds.x)
    const height = Math.min(maxY, bounds.maxY) - Math.max(y, bounds.y)
    if (width > 0 && height > 0) covered += weight * width * height
  }
  return covered
}

/** What the person sees of the zone in the middle of the screen, without the title of the zone. */
function roomIn(view: Box, area: Box | undefined, size: Size): Box {
  const inside = view.clone().expandBy(-GAP)
  if (area === undefined) return inside
  const below = area.h - TITLE > size.h ? TITLE : 0
  const left = Math.max(inside.x, area.x + GAP)
  const top = Math.max(inside.y, area.y + below)
  const w = Math.min(inside.maxX, area.maxX - GAP) - left
  const h = Math.min(inside.maxY, area.maxY - GAP / 2) - top
  return w < size.w || h < size.h ? inside : new Box(left, top, w, h)
}
