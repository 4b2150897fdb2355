import type { Editor } from 'tldraw'

/** How long nothing is seen of a pen that was put down, in ms; one that writes hovers in between. */
const AT_REST_MS = 3000

/**
 * Lets fingers and the mouse work again once the pen is at rest. tldraw listens to the pen alone from
 * the first time one is used, which keeps the palm beside it quiet, and then until somebody presses
 * a button that is not here: whoever takes over the tablet with a finger would find a dead board.
 */
export function workWithoutPen(editor: Editor): () => void {
  const container = editor.getContainer()
  let seenAt = -Infinity
  const look = (event: PointerEvent): void => {
    if (event.pointerType === 'pen') {
      seenAt = event.timeStamp
      return
    }
    if (event.type !== 'pointerdown' || !editor.getInstanceState().isPenMode) return
    // Nobody rests a palm on a mouse.
    const isAtRest = event.pointerType === 'mouse' || event.timeStamp - seenAt > AT_REST_MS
    if (isAtRest) editor.updateInstanceState({ isPenMode: false })
  }
  const kinds = ['pointerdown', 'pointermove', 'pointerup'] as const
  // Before tldraw hears of it.
  for (const kind of kinds) container.addEventListener(kind, look, { capture: true })
  return () => {
    for (const kind of kinds) container.removeEventListener(kind, look, { capture: true })
  }
}
