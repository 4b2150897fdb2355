import { NOTE_SCALES, NOTE_SIZE, SENTENCE_INSET, sentenceLooks, spotInZone } from '@stip/board'
import type { ZoneShape } from '@stip/documents'
import { createShapeId, toRichText } from 'tldraw'
import type { Editor, VecLike } from 'tldraw'
import { wishZone } from '../binding/zone-wish.ts'
import { freeSpot } from '../view/free-spot.ts'
import { recordsOn, zoneAt, zoneInView } from '../zone/zones-on-screen.ts'
import { bringIntoView } from './bring-into-view.ts'
import { NOTE_SIDE } from './note-size.ts'

/** Room between the edge of a zone and what stands in it, and the height of a line of one. Board units. */
const [INSET, LINE] = [16, 61]

interface Sheet {
  readonly type: 'note' | 'text'
  readonly w: number
  readonly h: number
  /** From where there is room for it to where it begins. */
  readonly inset: number
  readonly props: object
}

/**
 * Puts a new note where the person looks, in the zone of which they see most, on a free spot, and
 * lets them write on it at once. In a zone for sentences that is a text as wide as the zone.
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

/** What one writes on in a zone, or beside all zones. */
function sheetFor(zone: ZoneShape | undefined): Sheet {
  if (zone?.meta['kind'] === 'text') {
    const w = zone.props.w - 2 * INSET
    const props = { ...sentenceLooks(w - 2 * SENTENCE_INSET), richText: toRichText('') }
    return { type: 'text', w, h: LINE, inset: SENTENCE_INSET, props }
  }
  const scale = NOTE_SCALES[0] ?? 1
  const side = NOTE_SIDE * scale
  return {
    type: 'note',
    w: side,
    h: side,
    inset: 0,
    props: { scale, size: NOTE_SIZE, color: 'yellow', font: 'sans' },
  }
}

function putNote(editor: Editor, zone: ZoneShape | undefined, middle?: VecLike): void {
  const { type, w, h, inset, props } = sheetFor(zone)
  const id = createShapeId()
  const { x, y } =
    (zone &&
      spotInZone(recordsOn(editor), zone.id, {
        w,
        h,
        view: editor.getViewportPageBounds(),
        ...(middle !== undefined && { middle }),
      })) ??
    freeSpot(editor, { w, h })
  if (zone !== undefined) wishZone(editor.store, id, zone.id)
  editor.setCurrentTool('select')
  editor.createShape({ id, type, x: x + inset, y, props })
  const shape = editor.getShape(id)
  if (shape === undefined) return
  editor.select(id)
  editor.setEditingShape(id)
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape })
  bringIntoView(editor, id)
}
