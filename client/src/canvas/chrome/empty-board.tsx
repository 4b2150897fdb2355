import type { ReactElement } from 'react'
import { useEditor, useValue } from 'tldraw'
import { nlCanvas } from '../../texts/nl-canvas.ts'

/** On a board without a single note: what to do first. */
export function EmptyBoard({ mayWrite }: { readonly mayWrite: boolean }): ReactElement | null {
  const editor = useEditor()
  const isEmpty = useValue(
    'empty',
    () => editor.getCurrentPageShapes().every((shape) => shape.type === 'zone'),
    [editor],
  )
  if (!isEmpty) return null
  return <p className="stip-empty">{mayWrite ? nlCanvas.empty : nlCanvas.emptyToRead}</p>
}
