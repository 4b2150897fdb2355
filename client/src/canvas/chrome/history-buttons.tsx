import { IconArrowBackUp, IconArrowForwardUp, IconTrash } from '@tabler/icons-react'
import { useCallback, useSyncExternalStore } from 'react'
import type { ReactElement } from 'react'
import { useEditor, useValue } from 'tldraw'
import { nlCanvas } from '../../texts/board/nl-canvas.ts'
import { redoOwn, undoOwn } from '../tldraw-patches/behaviour.ts'
import type { BoardBinding } from '../binding/board-binding.ts'
import { KeyCardButton } from './key-card-button.tsx'
import { ToolButton } from './tool-button.tsx'

/** Undo and redo of one's own work, and what one can do with a selection. */
export function HistoryButtons({ binding }: { readonly binding: BoardBinding }): ReactElement {
  const editor = useEditor()
  const subscribe = useCallback(
    (listener: () => void) => binding.undo.subscribe(listener),
    [binding],
  )
  const canUndo = useSyncExternalStore(subscribe, () => binding.undo.canUndo)
  const canRedo = useSyncExternalStore(subscribe, () => binding.undo.canRedo)
  const hasSelection = useValue('selection', () => editor.getSelectedShapeIds().length > 0, [
    editor,
  ])
  const { undo, redo, remove } = nlCanvas
  return (
    <div className="stip-toolbar stip-toolbar--small">
      <ToolButton
        {...undo}
        icon={<IconArrowBackUp aria-hidden size={22} stroke={1.75} />}
        isDisabled={!canUndo}
        onPress={() => undoOwn(editor, binding)}
      />
      <ToolButton
        {...redo}
        icon={<IconArrowForwardUp aria-hidden size={22} stroke={1.75} />}
        isDisabled={!canRedo}
        onPress={() => redoOwn(editor, binding)}
      />
      <KeyCardButton />
      {hasSelection && (
        <ToolButton
          {...remove}
          icon={<IconTrash aria-hidden size={22} stroke={1.75} />}
          onPress={() => editor.deleteShapes(editor.getSelectedShapeIds())}
        />
      )}
    </div>
  )
}
