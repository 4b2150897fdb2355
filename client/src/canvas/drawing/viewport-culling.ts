import { Box, computed, isUninitialized, unsafe__withoutCapture } from 'tldraw'
import type { Editor, TLShapeId } from 'tldraw'
import { EdgesOnPage } from './edges.ts'
import type { Edges } from './edges.ts'

/** So much of a view on each side of it is kept ready, so that a pan brings nothing in for a while. */
const MARGIN = 0.25
/** From so many views wide on, too much is ready. */
const WIDEST = 3

/** Finds out what is out of sight, and where the page ends, with less work than tldraw does. */
export function lookLightly(editor: Editor): void {
  const page = EdgesOnPage.of(editor)
  const around = computed<Box>('what is kept ready', (before) => {
    const view = editor.getViewportPageBounds()
    const isEnough = !isUninitialized(before) && before.contains(view) && before.w < view.w * WIDEST
    return isEnough ? before : view.clone().expandBy(Math.max(view.w, view.h) * MARGIN)
  })
  const outOfSight = computed<Set<TLShapeId>>('out of sight', (before) => {
    const view = around.get()
    const now = new Set<TLShapeId>()
    for (const [id, edges] of page) if (!isIn(view, edges)) now.add(id)
    return !isUninitialized(before) && isSame(before, now) ? before : now
  })
  const bounds = computed('bounds of the page', () => boundsOf(page))
  editor.getNotVisibleShapes = () => outOfSight.get()
  editor.getCurrentPageBounds = () => bounds.get()
  measureLightly(editor, page)
}

/** The frame around what is selected is asked for with every move, also around hundreds of notes. */
function measureLightly(editor: Editor, page: EdgesOnPage): void {
  const rotation = editor.getSelectionRotation.bind(editor)
  const bounds = editor.getSelectionPageBounds.bind(editor)
  const rotated = editor.getSelectionRotatedPageBounds.bind(editor)
  /** Undefined when something else than notes is selected, or nothing. */
  const aroundNotes = computed('around selected notes', () => {
    const notes = page.notes(editor.getSelectedShapeIds())
    return notes === undefined ? undefined : boundsOf(notes)
  })
  editor.getSelectionRotation = () => (aroundNotes.get() === undefined ? rotation() : 0)
  editor.getSelectionPageBounds = () => aroundNotes.get() ?? bounds()
  editor.getSelectionRotatedPageBounds = () => aroundNotes.get() ?? rotated()
}

/** Whether any of a shape is on screen. */
export function isInSight(editor: Editor, id: TLShapeId): boolean {
  return unsafe__withoutCapture(() => {
    const edges = EdgesOnPage.of(editor).get(id)
    return edges !== undefined && isIn(editor.getViewportPageBounds(), edges)
  })
}

/** The rectangle around everything; undefined when there is nothing. */
function boundsOf(page: Iterable<readonly [TLShapeId, Edges]>): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [, edges] of page) {
    left = Math.min(left, edges.left)
    top = Math.min(top, edges.top)
    right = Math.max(right, edges.right)
    bottom = Math.max(bottom, edges.bottom)
  }
  return left > right ? undefined : new Box(left, top, right - left, bottom - top)
}

/** Whether any of it lies in what one sees. */
export function isIn(view: Box, { left, top, right, bottom }: Edges): boolean {
  return left <= view.maxX && right >= view.minX && top <= view.maxY && bottom >= view.minY
}

function isSame(one: ReadonlySet<TLShapeId>, other: ReadonlySet<TLShapeId>): boolean {
  if (one.size !== other.size) return false
  for (const id of one) if (!other.has(id)) return false
  return true
}
