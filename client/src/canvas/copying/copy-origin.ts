import { COPY_OF, copyName } from '@stip/board'
import type { BoardId } from '@stip/primitives'
import type { Editor, TLShape, TLShapeId } from 'tldraw'

/**
 * Has everything that is copied, cut, doubled or dragged with Alt say what it is a copy of. Where it
 * comes from then, the server finds out by itself.
 */
export function nameOriginals(editor: Editor, boardId: BoardId): void {
  const named = <Meta>(meta: Meta, original: TLShapeId): Meta => ({
    ...meta,
    [COPY_OF]: copyName(boardId, original),
  })
  const take = editor.getContentFromCurrentPage.bind(editor)
  editor.getContentFromCurrentPage = (shapes) => {
    const content = take(shapes)
    return (
      content && {
        ...content,
        shapes: content.shapes.map((one) => ({ ...one, meta: named(one.meta, one.id) })),
      }
    )
  }
  const create = editor.createShapes.bind(editor)
  const duplicate = editor.duplicateShapes.bind(editor)
  editor.duplicateShapes = (shapes, offset) => {
    const originals = copiedTogether(editor, shapes)
    editor.createShapes = (copies) =>
      create(
        copies.map((copy, place) => {
          const original = originals[place]
          const isCopy = copies.length === originals.length && original?.type === copy.type
          return isCopy ? { ...copy, meta: named(copy.meta, original.id) } : copy
        }),
      )
    try {
      return duplicate(shapes, offset)
    } finally {
      editor.createShapes = create
    }
  }
}

/** Of the notes on a copy, the only one that is its own: what it is a copy of. */
export function namedOriginal(meta: TLShape['meta']): TLShape['meta'] {
  const name = meta[COPY_OF]
  return name === undefined ? {} : { [COPY_OF]: name }
}

/** What tldraw doubles with these shapes, in the order in which it does. */
function copiedTogether(
  editor: Editor,
  shapes: Parameters<Editor['duplicateShapes']>[0],
): readonly TLShape[] {
  const ids = shapes.map((shape) => (typeof shape === 'string' ? shape : shape.id))
  const free = ids.filter((id) => editor.getShape(id)?.isLocked !== true)
  return [...editor.getShapeAndDescendantIds(free)]
    .toReversed()
    .flatMap((id) => editor.getShape(id) ?? [])
}
