import type { ReactElement } from 'react'
import { useEditor, useValue } from 'tldraw'
import type { Editor, TLShapeId } from 'tldraw'
import { nlCanvas } from '../../texts/board/nl-canvas.ts'

/** On a board without a single note: what to do first. */
export function EmptyBoard({ mayWrite }: { readonly mayWrite: boolean }): ReactElement | null {
  const editor = useEditor()
  const isEmpty = useValue(
    'empty',
    // What a shape is never changes, so nothing is worked out anew when shapes only move.
    () => [...editor.getCurrentPageShapeIds()].every((id) => isZone(editor, id)),
    [editor],
  )
  if (!isEmpty) return null
  return <p className="stip-empty">{mayWrite ? nlCanvas.empty : nlCanvas.emptyToRead}</p>
}

function isZone(editor: Editor, id: TLShapeId): boolean {
  return editor.store.unsafeGetWithoutCapture(id)?.type === 'zone'
}
