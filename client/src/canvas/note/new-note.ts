import { Box, createShapeId } from 'tldraw'
import type { Editor, TLNoteShape } from 'tldraw'
import { areaAround } from '../area-around.ts'
import { NOTE_SIDE, noteScaleAt } from './note-size.ts'

const GAP = 24
/** Notes are not put on the title of a zone, which stands in this much of its top. */
const TITLE = 96

/**
 * Puts a new note where the person looks, on a free spot when there is one, and lets them write on
 * it at once.
 */
export function putNewNote(editor: Editor): void {
  if (editor.getIsReadonly()) return
  // Whoever writes on a note and presses again is done with that one.
  editor.complete()
  const { center } = editor.getViewportPageBounds()
  const scale = noteScaleAt(editor, center)
  const { x, y } = freeSpot(editor, NOTE_SIDE * scale)
  const id = createShapeId()
  editor.setCurrentTool('select')
  editor.createShape<TLNoteShape>({
    id,
    type: 'note',
    x,
    y,
    props: { scale, color: 'yellow', font: 'sans' },
  })
  const shape = editor.getShape(id)
  if (shape === undefined) return
  editor.select(id)
  editor.setEditingShape(id)
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape })
}

/** The free spot that is nearest to the middle of what the person sees; else a little off the middle. */
function freeSpot(editor: Editor, side: number): { readonly x: number; readonly y: number } {
  const view = editor.getViewportPageBounds()
  const area = areaAround(editor, view.center)
  const room = roomIn(view, area, side)
  const taken = editor
    .getCurrentPageShapes()
    .filter(({ type }) => type !== 'zone')
    .flatMap((shape) => editor.getShapePageBounds(shape) ?? [])
    .filter((bounds) => bounds.collides(room))
  const spots: Box[] = []
  for (let y = room.y; y + side <= room.maxY; y += side + GAP) {
    for (let x = room.x; x + side <= room.maxX; x += side + GAP) {
      spots.push(new Box(x, y, side, side))
    }
  }
  const free = spots.filter((spot) => !taken.some((bounds) => bounds.collides(spot)))
  const nearest = free.toSorted(
    (one, other) => one.center.dist(view.center) - other.center.dist(view.center),
  )[0]
  if (nearest !== undefined) return nearest
  const off = (taken.length % 8) * 20
  return { x: view.center.x - side / 2 + off, y: view.center.y - side / 2 + off }
}

/** What the person sees of the zone in the middle of the screen, without the title of the zone. */
function roomIn(view: Box, area: Box | undefined, side: number): Box {
  const inside = view.clone().expandBy(-GAP)
  if (area === undefined) return inside
  const below = area.h - TITLE > side ? TITLE : 0
  const left = Math.max(inside.x, area.x + GAP)
  const top = Math.max(inside.y, area.y + below)
  const w = Math.min(inside.maxX, area.maxX - GAP) - left
  const h = Math.min(inside.maxY, area.maxY - GAP / 2) - top
  return w < side || h < side ? inside : new Box(left, top, w, h)
}
