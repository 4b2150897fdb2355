import type { ReactElement } from 'react'
import { GroupBadge } from '../../../ui/marks/group-badge.tsx'
import type { NotesPage } from './notes-reading.ts'
import './notes-view.css'

/** What people wrote under one question. */
export function NotesView({ page }: { readonly page: NotesPage }): ReactElement {
  const { title, question, letter, notes, part } = page
  return (
    <div className="stip-notes">
      <div className="stip-notes__about" data-is-further={part > 1 || undefined}>
        {letter !== '' && <GroupBadge letter={letter} />}
        <h2 dir="auto">{title}</h2>
        {question !== '' && <p>{question}</p>}
      </div>
      <ul className="stip-notes__list">
        {notes.map(({ id, text }) => (
          <li key={id} dir="auto">
            {text}
          </li>
        ))}
      </ul>
    </div>
  )
}
