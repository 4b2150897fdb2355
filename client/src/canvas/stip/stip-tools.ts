import { createShapeId, StateNode } from 'tldraw'
import type { HorizonShape, StipShape } from '@stip/documents'
import { areaAround } from '../view/area-around.ts'

/** How much of the area that it crosses a new horizon is long. */
const SHARE = 0.9
const LENGTH = 640

/** Puts a stip down where one taps, and lets one write its sentence at once. */
export class StipTool extends StateNode {
  static override id = 'stip'

  override onEnter(): void {
    this.editor.setCursor({ type: 'cross', rotation: 0 })
  }

  override onPointerUp(): void {
    const { editor } = this
    const id = createShapeId()
    const { x, y } = editor.inputs.currentPagePoint
    editor.createShape<StipShape>({ id, type: 'stip', x, y })
    const bounds = editor.getShapePageBounds(id)
    const shape = editor.getShape<StipShape>(id)
    if (bounds === undefined || shape === undefined) return
    // The dot comes where one taps, not the corner of what belongs to it.
    editor.updateShape<StipShape>({
      id,
      type: 'stip',
      x: shape.x - bounds.w / 2,
      y: shape.y - 36 * shape.props.scale,
    })
    editor.select(id)
    editor.setEditingShape(id)
    editor.setCurrentTool('select.editing_shape', { target: 'shape', shape })
  }

  override onCancel(): void {
    this.editor.setCurrentTool('select')
  }
}

/** Draws a horizon across the area where one taps. */
export class HorizonTool extends StateNode {
  static override id = 'horizon'

  override onEnter(): void {
    this.editor.setCursor({ type: 'cross', rotation: 0 })
  }

  override onPointerUp(): void {
    const { editor } = this
    const id = createShapeId()
    const { x, y } = editor.inputs.currentPagePoint
    const area = areaAround(editor, { x, y })
    const length = area === undefined ? LENGTH : area.w * SHARE
    const left = area === undefined ? x - length / 2 : area.x + (area.w - length) / 2
    editor.createShape<HorizonShape>({
      id,
      type: 'horizon',
      x: left,
      y: y - 12,
      props: { w: length, scale: 1 },
    })
    editor.select(id)
    editor.setCurrentTool('select')
  }

  override onCancel(): void {
    this.editor.setCurrentTool('select')
  }
}
