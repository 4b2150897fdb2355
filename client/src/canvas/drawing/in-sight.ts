import { Box, computed, isUninitialized, unsafe__withoutCapture } from 'tldraw'
import type { Editor, TLShapeId } from 'tldraw'
import { edgesOf } from './plain-note.ts'

/**
 * Finds out which shapes are out of sight without asking tldraw for the place of every note: with
 * two thousand notes that is half of what a frame takes while the view, or anything on it, moves.
 */
export function lookLightly(editor: Editor): void {
  const history = editor.store.query.filterHistory('shape')
  const outOfSight = computed<Set<TLShapeId>>('out of sight', (before) => {
    // Notes are read without being listened to one by one; this tells that any of them changed.
    history.get()
    const view = editor.getViewportPageBounds()
    const now = new Set<TLShapeId>()
    for (const id of editor.getCurrentPageShapeIds()) if (!isSeen(editor, view, id)) now.add(id)
    return !isUninitialized(before) && isSame(before, now) ? before : now
  })
  editor.getNotVisibleShapes = () => outOfSight.get()
  const bounds = computed('bounds of the page', () => {
    history.get()
    return boundsOf(editor)
  })
  editor.getCurrentPageBounds = () => bounds.get()
}

/** The rectangle around everything; undefined when there is nothing. */
function boundsOf(editor: Editor): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const id of editor.getCurrentPageShapeIds()) {
    const edges = edgesOf(editor, id)
    if (edges === undefined) continue
    left = Math.min(left, edges.left)
    top = Math.min(top, edges.top)
    right = Math.max(right, edges.right)
    bottom = Math.max(bottom, edges.bottom)
  }
  return left > right ? undefined : new Box(left, top, right - left, bottom - top)
}

/** Whether any of a shape is on screen. */
export function isInSight(editor: Editor, id: TLShapeId): boolean {
  return unsafe__withoutCapture(() => isSeen(editor, editor.getViewportPageBounds(), id))
}

function isSeen(editor: Editor, view: Box, id: TLShapeId): boolean {
  const edges = edgesOf(editor, id)
  return (
    edges !== undefined &&
    edges.left <= view.maxX &&
    edges.right >= view.minX &&
    edges.top <= view.maxY &&
    edges.bottom >= view.minY
  )
}

function isSame(one: ReadonlySet<TLShapeId>, other: ReadonlySet<TLShapeId>): boolean {
  if (one.size !== other.size) return false
  for (const id of one) if (!other.has(id)) return false
  return true
}
