import type { Editor, TLShapeId } from 'tldraw'
import { prefersStill } from '../view/camera.ts'

/** Room around what was brought into view, in px; the tools lie below it. */
const MARGIN = { side: 24, top: 80, bottom: 130 }

/** Moves the view just so far that a shape is in it; not closer and not farther. */
export function bringIntoView(editor: Editor, id: TLShapeId): void {
  const bounds = editor.getShapePageBounds(id)
  if (bounds === undefined) return
  const { x, y, z } = editor.getCamera()
  const screen = editor.getViewportScreenBounds()
  const dx = correction((bounds.x + x) * z, bounds.w * z, screen.w, MARGIN.side, MARGIN.side)
  const dy = correction((bounds.y + y) * z, bounds.h * z, screen.h, MARGIN.top, MARGIN.bottom)
  if (dx === 0 && dy === 0) return
  editor.setCamera(
    { x: x + dx / z, y: y + dy / z, z },
    prefersStill() ? { immediate: true } : { animation: { duration: 200 } },
  )
}

function correction(
  from: number,
  length: number,
  room: number,
  before: number,
  after: number,
): number {
  if (from + length > room - after) return Math.max(before - from, room - after - from - length)
  return from < before ? before - from : 0
}
