import { IconStar, IconStarOff } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useEditor, useValue } from 'tldraw'
import type { Editor, TLNoteShape } from 'tldraw'
import { nlCanvas } from '../../texts/board/nl-canvas.ts'
import { isKeyCard } from '../note/note-shape.tsx'
import { ToolButton } from './tool-button.tsx'

/** Makes hoofdpunten of the selected notes, or plain notes again when they all are. */
export function KeyCardButton(): ReactElement | null {
  const editor = useEditor()
  const state = useValue('hoofdpunten', () => stateOf(selectedNotes(editor)), [editor])
  if (state === 'no-notes') return null
  const { mark, unmark } = nlCanvas.keyCard
  const Icon = state === 'all' ? IconStarOff : IconStar
  return (
    <ToolButton
      {...(state === 'all' ? unmark : mark)}
      isHeld={state === 'all'}
      icon={<Icon aria-hidden size={22} stroke={1.75} />}
      onPress={() =>
        editor.updateShapes(
          selectedNotes(editor).map(({ id, type, meta }) => ({
            id,
            type,
            meta: { ...meta, keyCard: state !== 'all' },
          })),
        )
      }
    />
  )
}

function selectedNotes(editor: Editor): readonly TLNoteShape[] {
  return editor.getSelectedShapes().filter((shape): shape is TLNoteShape => shape.type === 'note')
}

function stateOf(notes: readonly TLNoteShape[]): 'no-notes' | 'some' | 'all' {
  if (notes.length === 0) return 'no-notes'
  return notes.every((note) => isKeyCard(note)) ? 'all' : 'some'
}
