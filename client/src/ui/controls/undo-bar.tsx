import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import type { ReactElement } from 'react'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { Button } from './button.tsx'
import './undo-bar.css'

interface UndoBarProps {
  readonly text: string
  readonly onUndo: () => void
  readonly onClose: () => void
}

/** What was just done, and the way back. It stands instead of asking "weet je het zeker?". */
export function UndoBar({ text, onUndo, onClose }: UndoBarProps): ReactElement {
  return (
    <div className="stip-undo-bar">
      <output className="stip-undo-bar__text">{text}</output>
      <Button
        kind="subtle"
        size="small"
        icon={<IconArrowBackUp size={18} aria-hidden="true" />}
        onClick={onUndo}
      >
        {nlConsole.undo.undo}
      </Button>
      <button
        type="button"
        className="stip-undo-bar__close"
        aria-label={nlConsole.undo.close}
        onClick={onClose}
      >
        <IconX size={18} aria-hidden="true" />
      </button>
    </div>
  )
}
