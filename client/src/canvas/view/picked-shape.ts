import type { RecordId } from '@stip/primitives'
import { react } from 'tldraw'
import type { Editor, TLEventInfo, TLShape } from 'tldraw'

/** A finger that moves less than this meant to tap. In px. */
const TAP = 6

/**
 * Tells which one shape a person chose, until the returned function is called. Who only looks
 * chooses nothing with the hand, so there a tap counts.
 */
export function tellPicked(editor: Editor, tell: (id: RecordId | undefined) => void): () => void {
  let down = { x: 0, y: 0 }
  const tap = (event: TLEventInfo): void => {
    if (event.type !== 'pointer' || !editor.getIsReadonly()) return
    const { x, y } = event.point
    if (event.name === 'pointer_down') down = { x, y }
    if (event.name !== 'pointer_up') return
    if (Math.hypot(x - down.x, y - down.y) > TAP) return
    const found = editor.getShapeAtPoint(editor.screenToPage({ x, y }), {
      hitInside: true,
      filter: isMade,
    })
    editor.setSelectedShapes(found === undefined ? [] : [found])
  }
  editor.on('event', tap)
  const stop = react('tell what is picked', () => {
    const shape = editor.getOnlySelectedShape()
    tell(shape !== null && isMade(shape) ? shape.id : undefined)
  })
  return () => {
    editor.off('event', tap)
    stop()
  }
}

/** Zones are the table; people put things on it. */
function isMade({ type }: TLShape): boolean {
  return type !== 'zone'
}
