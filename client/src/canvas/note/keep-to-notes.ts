import { react } from 'tldraw'
import type { Editor } from 'tldraw'
import type { BoardBinding } from '../binding/board-binding.ts'

/** Tools that are of use when only notes are asked for. */
const tools: ReadonlySet<string> = new Set(['select', 'hand', 'note'])

/** Only notes can be made, whatever key is pressed or thing is pasted, until the returned function is called. */
export function keepToNotes(editor: Editor, binding: BoardBinding): () => void {
  // What somebody was drawing is still theirs.
  editor.complete()
  binding.flushOut(true)
  binding.mayMake = (type) => type === 'note'
  const stop = react('only notes', () => {
    if (!tools.has(editor.getCurrentToolId())) editor.setCurrentTool('select')
  })
  return () => {
    stop()
    binding.mayMake = () => true
  }
}
