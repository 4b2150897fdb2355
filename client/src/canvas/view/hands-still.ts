import { react } from 'tldraw'
import type { Editor } from 'tldraw'

/**
 * Does something that takes what a person holds or moves where they look, such as going to the next
 * step: at once when their hands are still, else when what they type, draw or drag is done.
 *
 * @returns Forgets it, when it was not done yet.
 */
export function whenHandsAreStill(editor: Editor, work: () => void): () => void {
  let isDone = false
  const stop = react('wait for hands', () => {
    if (isDone || isAtWork(editor)) return
    isDone = true
    // tldraw is still in the middle of what it does when it says that it is done.
    editor.timers.requestAnimationFrame(() => {
      stop()
      work()
    })
  })
  return () => {
    isDone = true
    stop()
  }
}

/** Whether this person types, or presses something that is not let go. */
export function isAtWork(editor: Editor): boolean {
  if (editor.getEditingShapeId() !== null) return true
  // A tool of tldraw is in its state 'idle' between two presses; one of ours has no states.
  const path = editor.getPath()
  return path.includes('.') && !path.endsWith('.idle')
}
