import { react } from 'tldraw'
import type { Editor } from 'tldraw'

/** Closer by than this, notes have shadows. tldraw's own border. */
const NEAR = 0.35

/** Tells the styles of a board whether it is seen from afar, until the returned function is called. */
export function markFromAfar(editor: Editor): () => void {
  const { classList } = editor.getContainer()
  const stop = react('seen from afar', () => {
    classList.toggle('stip-zoomed-out', editor.getZoomLevel() < NEAR)
  })
  return () => {
    stop()
    classList.remove('stip-zoomed-out')
  }
}
