import { HandTool, SelectTool } from 'tldraw'
import type { TLPointerEventInfo, TLStateNodeConstructor } from 'tldraw'

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
    return [...children.with(paper, movingPaper(original)), dragging]
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
