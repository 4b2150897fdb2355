import { createShapeId } from 'tldraw'
import type { Editor, TLNoteShape } from 'tldraw'
import { freeSpot } from '../free-spot.ts'
import { NOTE_SIDE, noteScaleAt } from './note-size.ts'

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
  const side = NOTE_SIDE * scale
  const { x, y } = freeSpot(editor, { w: side, h: side })
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
