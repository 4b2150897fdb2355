import type { Editor, TLShape } from 'tldraw'
import { EdgesOnPage } from './edges.ts'
import { isIn } from './viewport-culling.ts'

/** States of tldraw that look, when they begin, where beside other notes a note could snap. */
const snapping = ['select.translating', 'note.pointing'] as const

/**
 * Has tldraw look for places beside the notes that one sees, instead of beside all: with two
 * thousand notes that takes a quarter of a second, in which a drag does not begin.
 */
export function snapNearby(editor: Editor): void {
  let isBeginning = false
  const all = editor.getCurrentPageShapes.bind(editor)
  editor.getCurrentPageShapes = () => (isBeginning ? withoutFarNotes(editor, all()) : all())
  for (const path of snapping) {
    const state = editor.getStateDescendant(path)
    const begin = state?.onEnter?.bind(state)
    if (state === undefined || begin === undefined) continue
    state.onEnter = (info, from) => {
      isBeginning = true
      try {
        begin(info, from)
      } finally {
        isBeginning = false
      }
    }
  }
}

function withoutFarNotes(editor: Editor, shapes: readonly TLShape[]): TLShape[] {
  const page = EdgesOnPage.of(editor)
  const view = editor.getViewportPageBounds()
  return shapes.filter(({ id }) => {
    const edges = page.ofNote(id)
    return edges === undefined || isIn(view, edges)
  })
}
