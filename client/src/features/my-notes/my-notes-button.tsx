import type { SessionView } from '@stip/api'
import { type ReactElement, useState } from 'react'
import { Button } from '../../ui/controls/button.tsx'
import { Sheet } from '../../ui/controls/sheet.tsx'
import { forgetNotesAddress, isNotesAddress } from './notes-address.ts'
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
  // Who scanned the way to it from the wall finds it open.
  const [isOpen, setOpen] = useState(isNotesAddress)
  if (!isTimeForMyNotes(view)) return null
  const close = (): void => {
    forgetNotesAddress()
    setOpen(false)
  }
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
        <Sheet label={nlMyNotes.title} onClose={close}>
          <MyNotes view={view} onClose={close} />
        </Sheet>
      )}
    </>
  )
}
