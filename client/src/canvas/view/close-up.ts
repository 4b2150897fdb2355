import { react } from 'tldraw'
import type { Editor, TLCamera } from 'tldraw'
import { prefersStill } from './camera.ts'

/** Narrower than this is a phone. In px. */
const PHONE_WIDTH = 640
/** What is being typed should be at least this many px high, or a thumb types blind. */
const READABLE_PX = 15
/** Height of letters in a note or text on our boards, in board units. */
const LETTER = 38

/**
 * On a phone, comes close to the note one types in, above the keyboard, and goes back to where one
 * was when the typing ends.
 */
export function comeCloseWhileTyping(editor: Editor): () => void {
  let before: Pick<TLCamera, 'x' | 'y' | 'z'> | undefined
  return react('come close while typing', () => {
    const id = editor.getEditingShapeId()
    if (id === null) {
      if (before !== undefined) move(editor, before)
      before = undefined
      return
    }
    if (before !== undefined) return
    const { x, y, z } = editor.getCamera()
    const bounds = editor.getShapePageBounds(id)
    const screen = editor.getViewportScreenBounds()
    if (bounds === undefined || screen.w > PHONE_WIDTH || LETTER * z >= READABLE_PX) return
    before = { x, y, z }
    const zoom = Math.min((screen.w * 0.7) / Math.max(bounds.w, 300), 1)
    move(editor, {
      x: (screen.w / zoom - bounds.w) / 2 - bounds.x,
      // The keyboard takes the lower half, our buttons the top.
      y: Math.max(76, (screen.h * 0.45 - bounds.h * zoom) / 2) / zoom - bounds.y,
      z: zoom,
    })
  })
}

function move(editor: Editor, camera: Pick<TLCamera, 'x' | 'y' | 'z'>): void {
  editor.timers.setTimeout(() => {
    editor.setCamera(
      camera,
      prefersStill() ? { immediate: true } : { animation: { duration: 200 } },
    )
  }, 0)
}
