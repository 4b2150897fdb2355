import type { SessionView } from '@stip/api'
import { type ReactElement, useState } from 'react'
import { Button } from '../../ui/controls/button.tsx'
import { Sheet } from '../../ui/controls/sheet.tsx'
import { MyNotes } from './my-notes.tsx'
import { nlMyNotes } from './nl-my-notes.ts'
import { isTimeForMyNotes } from './time-for-my-notes.ts'

interface MyNotesButtonProps {
  readonly view: SessionView
  /** Where there is little room: fewer words in sight. */
  readonly isShort?: boolean
}

/** "Waar is mijn briefje?", for who takes part, once notes go somewhere. */
export function MyNotesButton({ view, isShort = false }: MyNotesButtonProps): ReactElement | null {
  const [isOpen, setOpen] = useState(false)
  if (!isTimeForMyNotes(view)) return null
  return (
    <>
      <Button
        size="small"
        kind={isShort ? 'subtle' : 'secondary'}
        aria-label={nlMyNotes.title}
        onClick={() => setOpen(true)}
      >
        {isShort ? nlMyNotes.short : nlMyNotes.title}
      </Button>
      {isOpen && (
        <Sheet label={nlMyNotes.title} onClose={() => setOpen(false)}>
          <MyNotes view={view} onClose={() => setOpen(false)} />
        </Sheet>
      )}
    </>
  )
}
