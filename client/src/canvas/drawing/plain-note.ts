import type { Editor, TLNoteShape, TLShape, TLShapeId } from 'tldraw'
import { NOTE_SIDE } from '../note/note-size.ts'

/** A rectangle on the page, by its edges. */
export interface Edges {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A note that lies on the page itself, and straight: its record says all about its place. */
export function isPlainNote(shape: TLShape): shape is TLNoteShape {
  return shape.type === 'note' && shape.rotation === 0 && shape.parentId.startsWith('page:')
}

/** Where a plain note lies, from its record alone. */
export function edgesOfNote({ x, y, props: { scale, growY } }: TLNoteShape): Edges {
  return {
    left: x,
    top: y,
    right: x + NOTE_SIDE * scale,
    bottom: y + (NOTE_SIDE + growY) * scale,
  }
}

/**
 * Where a shape lies on the page. Of notes it tells so without listening to them: whoever needs to
 * know when they move listens to all shapes together.
 */
export function edgesOf(editor: Editor, id: TLShapeId): Edges | undefined {
  const shape = editor.store.unsafeGetWithoutCapture(id)
  if (shape === undefined) return undefined
  if (isPlainNote(shape)) return edgesOfNote(shape)
  const bounds = editor.getShapeMaskedPageBounds(id)
  if (bounds === undefined) return undefined
  return { left: bounds.minX, top: bounds.minY, right: bounds.maxX, bottom: bounds.maxY }
}
