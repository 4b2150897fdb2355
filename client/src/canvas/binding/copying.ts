import type { Editor, TLShapeId, TLStore } from 'tldraw'

const held = new WeakMap<TLStore, ReadonlySet<TLShapeId>>()

/**
 * tldraw unties what it copies for a moment. An arrow that is held by one end then comes right above
 * that, and tldraw looks for a place for the copy beside where the arrow is not: it throws.
 */
export function copyInPlace(editor: Editor): void {
  const duplicate = editor.duplicateShapes.bind(editor)
  editor.duplicateShapes = (shapes, offset) => hold(editor, () => duplicate(shapes, offset))
  const take = editor.getContentFromCurrentPage.bind(editor)
  editor.getContentFromCurrentPage = (shapes) => hold(editor, () => take(shapes))
}

/** Whether this shape is being copied, or stood there when somebody began to copy. */
export function isHeld(store: TLStore, id: TLShapeId): boolean {
  return held.get(store)?.has(id) === true
}

function hold<Result>(editor: Editor, copy: () => Result): Result {
  held.set(editor.store, editor.getCurrentPageShapeIds())
  try {
    return copy()
  } finally {
    held.delete(editor.store)
  }
}
