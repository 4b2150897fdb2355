import type { ReactElement } from 'react'
import { nlPhone } from '../../texts/nl-phone.ts'
import type { OwnNote } from './outbox.ts'
import './lists.css'

interface OwnNotesProps {
  readonly notes: readonly OwnNote[]
  readonly groupTitle: string
  readonly opened: 'own' | 'group' | undefined
  /** Somebody wants to read; what shows the board comes then. */
  readonly onOpen: (list: 'own' | 'group') => void
}

/** The two lists as long as no board is here: what this phone itself knows, the newest first. */
export function OwnNotes({ notes, groupTitle, opened, onOpen }: OwnNotesProps): ReactElement {
  return (
    <div className="stip-lists">
      <details open={opened === 'own'} onToggle={() => onOpen('own')}>
        <summary>{nlPhone.own(notes.length)}</summary>
        <ul className="stip-lists__items">
          {notes.toReversed().map((note) => (
            <li key={note.id} dir="auto">
              {note.words}
              {note.state === 'waiting' && <span className="stip-muted"> · {nlPhone.waits}</span>}
            </li>
          ))}
        </ul>
      </details>
      <details open={opened === 'group'} onToggle={() => onOpen('group')}>
        <summary>{groupTitle}</summary>
        <p className="stip-muted">{nlPhone.loading}</p>
      </details>
    </div>
  )
}
