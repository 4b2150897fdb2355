import { IconNote } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useEditor } from 'tldraw'
import { nlCanvas } from '../../texts/board/nl-canvas.ts'
import { putNewNote } from '../note/new-note.ts'

/** What nearly everybody comes to do: write on a note. No aiming needed. */
export function NewNoteButton(): ReactElement {
  const editor = useEditor()
  const { name, hint } = nlCanvas.newNote
  return (
    <button
      type="button"
      className="stip-new-note"
      title={hint}
      // The focus stays on the board, where the new note is typed in.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => putNewNote(editor)}
    >
      <IconNote aria-hidden size={26} stroke={1.75} />
      <span>{name}</span>
    </button>
  )
}
