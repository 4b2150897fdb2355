import { react } from 'tldraw'
import type { Editor, TLEventInfo } from 'tldraw'
import type { Awareness } from 'y-protocols/awareness'
import { mostSelected } from './said.ts'
import type { Said } from './said.ts'

/** At most 30 times a second, more is not seen. Milliseconds. */
const EVERY_MS = 33
/** From this many people on, each tells less often, so that a board with forty is as calm as one with ten. */
const CROWD = 12

/** Tells others where we point, what we selected and where we look, until the returned function is called. */
export function sendPointer(editor: Editor, awareness: Awareness): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let told = ''
  let pointer: Said['pointer']
  const tell = (): void => {
    timer = undefined
    const said: Said = { pointer, selected: selectedNow(editor), view: viewNow(editor) }
    const words = JSON.stringify(said)
    if (words === told) return
    told = words
    awareness.setLocalState({ ...awareness.getLocalState(), ...said })
  }
  const soon = (): void => {
    timer ??= setTimeout(tell, EVERY_MS * Math.max(1, awareness.getStates().size / CROWD))
  }
  const moved = (event: TLEventInfo): void => {
    // tldraw makes up an event with a negative id when only the view moves.
    if (event.type !== 'pointer' || event.pointerId < 0) return
    const { x, y } = editor.inputs.currentPagePoint
    pointer = { x: Math.round(x), y: Math.round(y) }
    soon()
  }
  editor.on('event', moved)
  const stopLooking = react('where we look and what we selected', () => {
    editor.getSelectedShapeIds()
    // Who follows has no view of their own: two who follow each other would run away.
    if (editor.getInstanceState().followingUserId === null) editor.getViewportPageBounds()
    soon()
  })
  return () => {
    stopLooking()
    clearTimeout(timer)
    editor.off('event', moved)
    const nothing: Said = { pointer: null, selected: [], view: null }
    awareness.setLocalState({ ...awareness.getLocalState(), ...nothing })
  }
}

function selectedNow(editor: Editor): Said['selected'] {
  return editor.getSelectedShapeIds().slice(0, mostSelected)
}

/** Whole numbers are near enough for who follows, and do not change at every breath. */
function viewNow(editor: Editor): Said['view'] {
  const { x, y, w, h } = editor.getViewportPageBounds()
  return { x: Math.round(x), y: Math.round(y), w: Math.round(w), h: Math.round(h) }
}
