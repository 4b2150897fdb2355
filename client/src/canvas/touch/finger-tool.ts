import { HandTool, SelectTool } from 'tldraw'
import type { TLPointerEventInfo, TLStateNodeConstructor } from 'tldraw'
import { putNewNoteAt } from '../note/new-note.ts'

/**
 * Picking and moving things as in tldraw, but one finger on empty paper moves the board: with a
 * finger everybody expects that, and nobody looks for a hand. A mouse or a stylus still selects
 * by drawing a box.
 */
export class FingerSelectTool extends SelectTool {
  static override children(): TLStateNodeConstructor[] {
    const children = super.children()
    const paper = children.findIndex(({ id }) => id === 'pointing_canvas')
    const original = children[paper]
    // The hand's own way of dragging, which goes on a little when the finger lets go.
    const dragging = HandTool.children().find(({ id }) => id === 'dragging')
    if (original === undefined || dragging === undefined) return children
    const idle = children.findIndex(({ id }) => id === 'idle')
    const resting = children[idle]
    const all = [...children.with(paper, movingPaper(original)), dragging]
    return resting === undefined ? all : all.with(idle, writingWhereTapped(resting))
  }
}

/** Two taps in a zone make there what one makes in that zone; elsewhere a text, as in tldraw. */
function writingWhereTapped(Original: TLStateNodeConstructor): TLStateNodeConstructor {
  const { prototype } = Original as { prototype: { handleDoubleClickOnCanvas?: unknown } }
  const original = prototype.handleDoubleClickOnCanvas
  return class Resting extends Original {
    handleDoubleClickOnCanvas(info: TLPointerEventInfo): void {
      const { editor } = this
      if (putNewNoteAt(editor, editor.inputs.currentPagePoint)) return
      if (typeof original === 'function') Reflect.apply(original, this, [info])
    }
  }
}

function movingPaper(Original: TLStateNodeConstructor): TLStateNodeConstructor {
  return class PointingPaper extends Original {
    override onPointerMove(info: TLPointerEventInfo): void {
      const { editor } = this
      const isFinger = editor.getInstanceState().isCoarsePointer && !editor.inputs.isPen
      if (!isFinger) super.onPointerMove?.(info)
      else if (editor.inputs.isDragging) this.parent.transition('dragging', info)
    }
  }
}
