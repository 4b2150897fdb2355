import { react } from 'tldraw'
import type { Editor } from 'tldraw'

/** So long after a view came to rest, it is drawn sharply again. Milliseconds. */
const REST_MS = 250

/**
 * Has the browser move and stretch the board as one picture while somebody pans or zooms, instead of
 * drawing it anew in every frame, until the returned function is called.
 */
export function pushAsOnePicture(editor: Editor): () => void {
  const { classList } = editor.getContainer()
  let timer: number | undefined
  const stop = react('looking around', () => {
    clearTimeout(timer)
    if (editor.getCameraState() === 'moving') classList.add('stip-looks-around')
    else timer = editor.timers.setTimeout(() => classList.remove('stip-looks-around'), REST_MS)
  })
  return () => {
    stop()
    clearTimeout(timer)
    classList.remove('stip-looks-around')
  }
}
