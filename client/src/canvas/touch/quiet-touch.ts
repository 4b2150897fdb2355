import type { Editor } from 'tldraw'

/**
 * Keeps touches that can no longer be stopped away from React, where tldraw tries to stop them all
 * the same: it changes nothing but the console, which fills with errors.
 */
export function quietTouch(editor: Editor): () => void {
  const container = editor.getContainer()
  container.addEventListener('touchstart', stop)
  container.addEventListener('touchend', stopWhenSettled)
  return () => {
    container.removeEventListener('touchstart', stop)
    container.removeEventListener('touchend', stopWhenSettled)
  }
}

/** React listens passively for the start of a touch, so there it can never be stopped. */
function stop(event: TouchEvent): void {
  event.stopPropagation()
}

function stopWhenSettled(event: TouchEvent): void {
  if (!event.cancelable) event.stopPropagation()
}
