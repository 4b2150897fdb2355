import { NOTE_SCALES, spotInZone } from '@stip/board'
import type { ZoneShape } from '@stip/documents'
import { createShapeId } from 'tldraw'
import type { Editor, TLNoteShape, VecLike } from 'tldraw'
import { wishZone } from '../binding/zone-wish.ts'
import { freeSpot } from '../free-spot.ts'
import { recordsOn, zoneAt, zoneInView } from '../zone/zones-on-screen.ts'
import { bringIntoView } from './bring-into-view.ts'
import { NOTE_SIDE } from './note-size.ts'

/**
 * Puts a new note where the person looks, in the zone of which they see most, on a free spot, and
 * lets them write on it at once.
 */
export function putNewNote(editor: Editor): void {
  if (editor.getIsReadonly()) return
  // Whoever writes on a note and presses again is done with that one.
  editor.complete()
  putNote(editor, zoneInView(editor))
}

/**
 * The same where somebody tapped.
 *
 * @returns Whether there is a zone there.
 */
export function putNewNoteAt(editor: Editor, point: VecLike): boolean {
  const zone = zoneAt(editor, point)
  if (zone === undefined || editor.getIsReadonly()) return false
  putNote(editor, zone, point)
  return true
}

function putNote(editor: Editor, zone: ZoneShape | undefined, middle?: VecLike): void {
  const scale = NOTE_SCALES[0] ?? 1
  const side = NOTE_SIDE * scale
  const id = createShapeId()
  const { x, y } =
    (zone &&
      spotInZone(recordsOn(editor), zone.id, {
        w: side,
        h: side,
        view: editor.getViewportPageBounds(),
        ...(middle !== undefined && { middle }),
      })) ??
    freeSpot(editor, { w: side, h: side })
  if (zone !== undefined) wishZone(editor.store, id, zone.id)
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
  bringIntoView(editor, id)
}
