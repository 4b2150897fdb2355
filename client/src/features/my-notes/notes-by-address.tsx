import type { SessionView } from '@stip/api'
import { type ReactElement, useState } from 'react'
import { Sheet } from '../../ui/controls/sheet.tsx'
import { MyNotes } from './my-notes.tsx'
import { forgetNotesAddress } from './notes-address.ts'
import { nlMyNotes } from './nl-my-notes.ts'
import { isTimeForMyNotes } from './time-for-my-notes.ts'

/** What became of one's notes, open at once: its address was scanned. Once closed it stays so. */
export function NotesByAddress({ view }: { readonly view: SessionView }): ReactElement | null {
  const [isOpen, setOpen] = useState(true)
  if (!isOpen || !isTimeForMyNotes(view)) return null
  const close = (): void => {
    forgetNotesAddress()
    setOpen(false)
  }
  return (
    <Sheet label={nlMyNotes.title} onClose={close}>
      <MyNotes view={view} onClose={close} />
    </Sheet>
  )
}
