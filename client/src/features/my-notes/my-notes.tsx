import type { MyNote, SessionView } from '@stip/api'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import type { ReactElement } from 'react'
import { Button } from '../../ui/controls/button.tsx'
import { GroupBadge } from '../../ui/marks/group-badge.tsx'
import { Notice } from '../../ui/notices/notice.tsx'
import { chainOf, endOf, inOrder } from './chain.ts'
import { MadeFrom } from './made-from.tsx'
import './my-notes.css'
import { nlMyNotes } from './nl-my-notes.ts'
import { useMyNotes } from './use-my-notes.ts'
import type { MyNotesState } from './use-my-notes.ts'

interface MyNotesProps {
  readonly view: SessionView
  readonly onClose: () => void
}

/** Where one's own notes are, each with its way to the vision, and what one says of what was made from it. */
export function MyNotes({ view, onClose }: MyNotesProps): ReactElement {
  const state = useMyNotes(view)
  const { notes, problem, askAgain } = state
  return (
    <>
      <div className="stip-sheet__head">
        <h2 className="nl-heading nl-heading--level-2">{nlMyNotes.title}</h2>
        <Button kind="subtle" icon={<IconX size={20} aria-hidden="true" />} onClick={onClose}>
          {nlMyNotes.close}
        </Button>
      </div>
      <p className="stip-muted">{nlMyNotes.private}</p>
      {problem !== undefined && (
        <Notice kind="error">
          <p>
            {nlMyNotes.failed} {problem}
          </p>
          <Button size="small" onClick={askAgain}>
            {nlMyNotes.again}
          </Button>
        </Notice>
      )}
      {notes === undefined ? (
        problem === undefined && <output className="stip-muted">{nlMyNotes.loading}</output>
      ) : notes.length === 0 ? (
        <p>{nlMyNotes.none}</p>
      ) : (
        <ol className="stip-my-notes" aria-label={nlMyNotes.count(notes.length)}>
          {inOrder(notes).map((note) => (
            <OwnNote
              key={`${note.note.board} ${note.note.record}`}
              note={note}
              view={view}
              noteSaid={state.noteSaid}
            />
          ))}
        </ol>
      )}
    </>
  )
}

interface OwnNoteProps extends Pick<MyNotesState, 'noteSaid'> {
  readonly note: MyNote
  readonly view: SessionView
}

function OwnNote({ note, view, noteSaid }: OwnNoteProps): ReactElement {
  const end = endOf(note)
  const { text, groupLetter } = note.note
  return (
    <li className="stip-my-notes__note">
      <p className="stip-my-notes__words" dir="auto">
        {text === '' ? nlMyNotes.noWords : text}
      </p>
      <ol className="stip-my-notes__chain">
        {chainOf(note).map((link, place) => (
          <li key={link}>
            {place === 0 && groupLetter !== '' && <GroupBadge letter={groupLetter} size="small" />}
            <span>{link}</span>
          </li>
        ))}
      </ol>
      {end !== '' && <p className="stip-my-notes__end">{end}</p>}
      {note.statements.map((statement) => (
        <MadeFrom
          key={`${statement.id} ${statement.card ?? ''}`}
          statement={statement}
          sessionId={view.id}
          isOver={view.endedAt !== undefined}
          noteSaid={noteSaid}
        />
      ))}
    </li>
  )
}
